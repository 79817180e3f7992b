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

    /// <summary>What happens next to one row by itself: the next step of its path, and the day on which it falls overdue. Null: nothing, or it cannot be told.</summary>
    public static string? Of(TimescaleResult row, Assessment assessment, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        var next = new List<(DateOnly Day, string What)>();
        if (!assessment.Live)
        {
            return null;
        }

        if (row.State is TimescaleState.Paused)
        {
            return IfEnded(row, assessment.AsOf);
        }

        if (row.Due is { IsDay: true } due && row.State is TimescaleState.Running or TimescaleState.DueSoon or TimescaleState.Overdue)
        {
            if (row.State is not TimescaleState.Overdue && due.Latest < DateOnly.MaxValue)
            {
                next.Add((due.Latest.AddDays(1), "it becomes overdue"));
            }

            next.AddRange(row.LadderHeld ? [] : NextStep(row.Rule, due.Latest, assessment.AsOf, rulebook));
        }

        if (row.State is TimescaleState.Outstanding && row.AskedFor is { IsDay: true } asked && asked.Earliest > assessment.AsOf)
        {
            next.Add((asked.Earliest, "it is asked for"));
        }

        return next.Count == 0
            ? null
            : English.Sentence($"If nothing is recorded: {string.Join("; ", next.OrderBy(one => one.Day).GroupBy(one => one.Day).Select(day => $"on {DateWords.Day(day.Key)} {English.List([.. day.Select(one => one.What)])}"))}");
    }

    /// <summary>When a paused row would be due if its pause ended on the day; null where something else has moved the date since, or days are not known.</summary>
    private static string? IfEnded(TimescaleResult row, DateOnly day)
    {
        var moved = row.Because.FirstOrDefault(reason => reason.Template is ReasonTemplate.MovedByPauses && !reason.Second.HasLatest);
        return moved.Number <= 0 || moved.Number > DateOnly.MaxValue.DayNumber - day.DayNumber
            || row.Because.Any(reason => reason.Template is ReasonTemplate.ExtendedTo or ReasonTemplate.ExtendedLate or ReasonTemplate.Floor)
            ? null
            : English.Sentence($"if the pause ended on {DateWords.Day(day)}, it would be due by {DateWords.Day(day.AddDays(moved.Number))}");
    }

    private static IEnumerable<(DateOnly Day, string What)> NextStep(Rule rule, DateOnly due, DateOnly asOf, Rulebook rulebook)
    {
        var days = Steps(rule, rulebook).Select(step => (Day: NextOf(step, due, asOf), Step: step)).Where(one => one.Day is not null).ToList();
        if (days.Count == 0)
        {
            yield break;
        }

        var first = days.Min(one => one.Day!.Value);
        foreach (var (_, step) in days.Where(one => one.Day == first))
        {
            yield return (first, Told(step, rule, rulebook));
        }
    }

    /// <summary>The next day after one on which a step falls; null: none does.</summary>
    private static DateOnly? NextOf(EscalationStep step, DateOnly due, DateOnly asOf)
    {
        var first = (long)due.DayNumber + step.OffsetDays;
        var day = first > asOf.DayNumber ? first
            : step.EveryDays is { } every and > 0 ? first + ((((asOf.DayNumber - first) / every) + 1) * every)
            : -1;
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;
    }

    private static string Told(EscalationStep step, Rule rule, Rulebook rulebook)
    {
        var titles = Titles.Of(rulebook.Vocabulary);
        var roles = step.To.Select(role => titles.Who(role is "owner" ? rule.Owner ?? role : role)).Distinct(StringComparer.Ordinal);
        return $"{English.List([.. roles])} {(step.ApprovalRequired ? "may be written to, once a person approves it" : "are written to")}";
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
                yield return $"about {title}, {Told(step, row.Rule, rulebook)}";
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
