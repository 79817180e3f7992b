using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>What happens next to a row if nothing is recorded, and on which day.</summary>
public static class Upcoming
{
    private static readonly HolidayCalendar WeekendsOnly = new(string.Empty, [], DateOnly.MaxValue);

    /// <summary>What happens next to one row by itself: the next step of its path, and the day on which it falls overdue. Null: nothing, or it cannot be told.</summary>
    /// <param name="row">The row.</param>
    /// <param name="assessment">The assessment that it is of.</param>
    /// <param name="rulebook">Under what.</param>
    /// <param name="calendar">Says which days are quiet where the path keeps quiet; null: only weekends are.</param>
    public static string? Of(TimescaleResult row, Assessment assessment, Rulebook rulebook, HolidayCalendar? calendar = null)
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

            next.AddRange(row.LadderHeld ? [] : NextStep(row.Rule, due.Latest, assessment.AsOf, rulebook, calendar ?? WeekendsOnly));
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

    private static IEnumerable<(DateOnly Day, string What)> NextStep(Rule rule, DateOnly due, DateOnly asOf, Rulebook rulebook, HolidayCalendar calendar)
    {
        if (rulebook.Paths.FirstOrDefault(path => string.Equals(path.Id, rule.Escalation, StringComparison.Ordinal)) is not { } path)
        {
            yield break;
        }

        var quiet = path.QuietOnNonWorkingDays ? calendar : null;
        var days = path.Steps.Select(step => (Day: NextOf(step, due, asOf, quiet), Step: step)).Where(one => one.Day is not null).ToList();
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

    /// <summary>The next day after one on which a step is told; null: none is. What falls on a quiet day is told on the first that is not.</summary>
    private static DateOnly? NextOf(EscalationStep step, DateOnly due, DateOnly asOf, HolidayCalendar? quiet)
    {
        var day = (long)due.DayNumber + step.OffsetDays;
        if (step.EveryDays is { } every and > 0 && day < asOf.DayNumber)
        {
            // The last on or before the day may have fallen on a quiet day, and be told yet.
            day += (asOf.DayNumber - day) / every * every;
        }

        for (; day >= 0 && day <= DateOnly.MaxValue.DayNumber; day += step.EveryDays!.Value)
        {
            var fallen = DateOnly.FromDayNumber((int)day);
            var told = quiet?.FirstWorkingDayOnOrAfter(fallen) ?? fallen;
            if (told > asOf)
            {
                return told;
            }

            if (step.EveryDays is not > 0)
            {
                return null;
            }
        }

        return null;
    }

    private static string Told(EscalationStep step, Rule rule, Rulebook rulebook)
    {
        var titles = Titles.Of(rulebook.Vocabulary);
        var roles = step.To.Select(role => titles.Who(role is "owner" ? rule.Owner ?? role : role)).Distinct(StringComparer.Ordinal);
        return $"{English.List([.. roles])} {(step.ApprovalRequired ? "may be written to, once a person approves it" : "are written to")}";
    }
}
