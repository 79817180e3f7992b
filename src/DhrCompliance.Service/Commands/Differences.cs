using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Commands;

/// <summary>What a new fact changed, a line a rule.</summary>
internal static class Differences
{
    public static IEnumerable<string> Lines(Assessment? before, Assessment after)
    {
        var rows = AssessmentDifference.Between(before, after)
            .Where(row => before is not null || row.StateNow is not "not-started" and not "not-yet").ToList();

        // Where several editions could govern, the same duty changes under each.
        var twice = rows.GroupBy(row => (row.Rule.Id, row.Instance)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return rows.Select(row => Line(row, twice.Contains((row.Rule.Id, row.Instance)) ? $" under {row.Rule.Pack}" : ""));
    }

    private static string Line(ChangedRow row, string under)
    {
        var title = Explanation.Title(row.Rule, row.Instance, row.Item) + under;
        var state = row.StateBefore == row.StateNow || row.StateBefore is null ? row.StateNow
            : row.StateNow is null ? $"no longer assessed (was {row.StateBefore})"
            : $"{row.StateNow} (was {row.StateBefore})";
        var met = row.MetNow is { } on && on != row.MetBefore ? $", {DateWords.When(on)}" : "";
        var due = row.DueNow is { } now && now != row.DueBefore ? $", now due by {DateWords.Limit(now)}" : "";
        return $"{title}: {state}{met}{due}";
    }
}
