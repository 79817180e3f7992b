using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Commands;

/// <summary>What a new fact changed, a line a rule, what was late, due or met first; what cannot be told yet is counted.</summary>
internal static class Differences
{
    private const string CannotTell = "cannot-tell";

    public static IEnumerable<string> Lines(Assessment? before, Assessment after)
    {
        var rows = AssessmentDifference.Between(before, after)
            .Where(row => before is not null || row.StateNow is not "not-started" and not "not-yet" and not "not-applicable").ToList();

        // Where several editions could govern, the same duty changes under each.
        var twice = rows.GroupBy(row => (row.Rule.Id, row.Instance)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var untold = rows.Where(row => row is { StateNow: CannotTell, StateBefore: null or CannotTell or "not-started" or "not-yet" or "not-applicable" or "no" }).ToList();
        var timescales = after.Timescales.ToLookup(row => (row.Rule.FullName, row.Instance));
        return rows.Except(untold).OrderBy(Rank).Select(row => Line(row, timescales[(row.Rule.FullName, row.Instance)].FirstOrDefault(), twice.Contains((row.Rule.Id, row.Instance)) ? $" under {row.Rule.Pack}" : ""))
            .Concat(untold.Count == 0 ? [] : [$"{Recorded.Counted(untold.Count, "rule")} cannot be told yet: 'dhr explain {after.Reference}' shows {(untold.Count == 1 ? "it" : "them")}."]);
    }

    /// <summary>What a person cares for first: what is late, what is to be done and by when, what is done, and the rest.</summary>
    private static int Rank(ChangedRow row) => row.StateNow switch
    {
        "overdue" or "fails" => 0,
        "due-soon" => 1,
        "running" or "outstanding" or "paused" => 2,
        "met-late" or "met" => 3,
        CannotTell => 5,
        _ => 4,
    };

    private static string Line(ChangedRow row, TimescaleResult? now, string under)
    {
        var title = Explanation.Title(row.Rule, row.Instance, row.Item) + under;
        var state = row.StateBefore == row.StateNow || row.StateBefore is null ? row.StateNow
            : row.StateNow is null ? $"no longer assessed (was {row.StateBefore})"
            : $"{row.StateNow} (was {row.StateBefore})";
        var met = row.MetNow is { } on && on != row.MetBefore ? $", {DateWords.When(on)}{Spare(now)}" : "";
        var due = row.DueNow is { } limit && limit != row.DueBefore ? $", now due by {DateWords.Limit(limit)}" : "";
        return $"{title}: {state}{met}{due}";
    }

    /// <summary>How early or how late it was, where that is certain.</summary>
    private static string Spare(TimescaleResult? row) => row switch
    {
        { State: TimescaleState.MetLate, DaysLateAtLeast: var late } when late == row.DaysLateAtMost => $", {Recorded.Counted(late, "day")} late",
        { State: TimescaleState.Met, Due: { IsDay: true } due, MetOn: { IsDay: true } met } => (due.Earliest.DayNumber - met.Earliest.DayNumber) switch
        {
            0 => ", on the last day",
            var early => $", {Recorded.Counted(early, "day")} early",
        },
        _ => "",
    };
}
