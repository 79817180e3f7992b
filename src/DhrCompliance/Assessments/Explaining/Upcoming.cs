using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>What happens next if nothing is recorded, and on which day.</summary>
public static class Upcoming
{
    /// <summary>One sentence: the day of the next change and what changes on it as far as the rows tell.</summary>
    public static string Of(Assessment assessment, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        if (assessment.NextChangeOn is not { } day)
        {
            return "Nothing here changes with time alone; only what is recorded can change it.";
        }

        var changes = assessment.Timescales
            .SelectMany(row => Changes(row, day, rulebook))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var what = changes.Count == 0 ? string.Empty : $": {string.Join("; ", changes)}";
        return English.Sentence($"If nothing is recorded, the next change comes on {DateWords.Day(day)}{what}");
    }

    private static IEnumerable<string> Changes(TimescaleResult row, DateOnly day, Rulebook rulebook)
    {
        if (row.State is not (TimescaleState.Running or TimescaleState.DueSoon or TimescaleState.Overdue or TimescaleState.Outstanding))
        {
            yield break;
        }

        var title = $"“{Explanation.Title(row.Rule, row.Instance, row.Item)}”";
        if (row.Due is { IsDay: true } due)
        {
            if (due.Latest < DateOnly.MaxValue && due.Latest.AddDays(1) == day)
            {
                yield return $"{title} becomes overdue";
            }

            foreach (var step in Steps(row.Rule, rulebook).Where(step => Falls(step, due, day)))
            {
                var titles = Titles.Of(rulebook.Vocabulary);
                var roles = step.To.Select(role => titles.Who(role is "owner" ? row.Rule.Owner ?? role : role)).Distinct(StringComparer.Ordinal);
                yield return $"about {title}, {English.List([.. roles])} {(step.ApprovalRequired ? "may be written to, once a person approves it" : "are written to")}";
            }
        }

        if (row.AskedFor is { IsDay: true } asked && asked.Earliest == day)
        {
            yield return $"{title} is asked for";
        }
    }

    private static ImmutableArray<EscalationStep> Steps(Rule rule, Rulebook rulebook) =>
        rulebook.Paths.FirstOrDefault(path => string.Equals(path.Id, rule.Escalation, StringComparison.Ordinal))?.Steps ?? [];

    private static bool Falls(EscalationStep step, DateInterval due, DateOnly day)
    {
        var after = day.DayNumber - due.Latest.DayNumber - step.OffsetDays;
        return after == 0 || (after > 0 && step.EveryDays is { } every and > 0 && after % every == 0);
    }
}
