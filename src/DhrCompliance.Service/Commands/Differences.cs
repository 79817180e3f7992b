using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Commands;

/// <summary>What a new fact changed, a line a rule.</summary>
internal static class Differences
{
    public static IEnumerable<string> Lines(Assessment? before, Assessment after) => AssessmentDifference.Between(before, after)
        .Where(row => before is not null || row.StateNow is not "not-started" and not "not-yet")
        .Select(Line);

    private static string Line(ChangedRow row)
    {
        var title = Explanation.Title(row.Rule, row.Instance, row.Item);
        var state = row.StateBefore == row.StateNow || row.StateBefore is null ? row.StateNow
            : row.StateNow is null ? $"no longer assessed (was {row.StateBefore})"
            : $"{row.StateNow} (was {row.StateBefore})";
        var met = row.MetNow is { } on && on != row.MetBefore ? $", on {DateWords.When(on)}" : "";
        var due = row.DueNow is { } now && now != row.DueBefore ? $", now due by {DateWords.Limit(now)}" : "";
        return $"{title}: {state}{met}{due}";
    }
}
