using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>What a duty with a clock says.</summary>
internal static class TimescaleSentences
{
    public static IEnumerable<RulePoint> Of(Timescale rule, Phrases phrases)
    {
        yield return new("start", Start(rule, phrases));
        yield return new("limit", Limit(rule, phrases));
        yield return new("what meets it", MetBy(rule.MetBy, phrases));
        if (!rule.PausedBy.IsEmpty)
        {
            yield return new("pauses", $"A recorded pause stops its clock where the reason is {English.List([.. rule.PausedBy.Select(phrases.Choice)], "or")}; the due date then moves by the days of the pause.");
        }
        else
        {
            yield return new("pauses", "No pause stops its clock.");
        }

        if (rule.ExtendedBy is { } extension)
        {
            yield return new("another date", $"Another date counts in place of its own once it was agreed: {phrases.Event(extension)}.");
        }

        if (!rule.EndsWith.IsEmpty)
        {
            yield return new("end", $"It ends, unmet, with {English.List([.. rule.EndsWith.Select(phrases.Event)], "or")}.");
        }
    }

    private static string Start(Timescale rule, Phrases phrases)
    {
        var starts = rule.Starts.Select(start => start switch
        {
            StartEvent happened => phrases.Event(happened.Event),
            StartOwnDate own => phrases.OwnDate(own.Name, rule.ForEach),
            StartOverdue late => $"the day on which {phrases.Named(rule, late.Rule)} falls overdue",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), start, "This form of start has no words."),
        }).ToList();
        return (starts.Count, rule.ForEach) switch
        {
            ( > 0, _) => $"The clock starts with {Phrases.Preferred(starts)}.",
            (_, ForEachEvent) => "The clock starts on the day of that event.",
            (_, ForEachPeriod) => "The clock starts on the period's last day.",
            _ => "Nothing starts its clock but the date that is set.",
        };
    }

    private static string Limit(Timescale rule, Phrases phrases) => rule.Limit switch
    {
        Within within => Within(within.Terms),
        ByDate date when rule.ForEach is ForEachPeriod && date.Dates.All(source => source.Event is null) =>
            $"It is due on {Phrases.Preferred(date.Dates.Select(source => phrases.SetDate(source, rule.ForEach)))}.",
        ByDate date => $"It is due on a date that someone set: {Phrases.Preferred(date.Dates.Select(source => phrases.SetDate(source, rule.ForEach)))}. {Until("a date is set", date.Promptly)}",
        NextEvent next => $"It is due with the next of these after the start, recorded or planned: {phrases.Event(next.Event)}. {Until("one is known", next.Promptly)}",
        Promptly promptly => $"The source gives no number of days: it is to be done promptly, and is outstanding, never late. It is asked for {Phrases.Length(promptly.AskAfter)} after the start.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Limit, "This form of limit has no words."),
    };

    private static string Until(string known, Period? promptly) =>
        $"Until {known} it is outstanding, never late, and is asked for {(promptly is null ? "at once" : $"{Phrases.Length(promptly)} after the start")}.";

    private static string Within(LimitTerms terms)
    {
        var counted = terms.Length.Unit switch
        {
            PeriodUnit.Months or PeriodUnit.Years => terms.Rounding == MonthRounding.Up
                ? "on the same date of the month, or, where the month has no such date, on the first day of the next"
                : "on the same date of the month, or on the month's last day where it has no such date",
            PeriodUnit.WorkingDays => "weekends and bank holidays are left out",
            _ => "weekends and bank holidays are counted",
        };
        var first = terms.BeginningWith ? "The day of the start is counted." : "The day of the start is not counted.";
        var roll = terms.Roll switch
        {
            Roll.NextWorkingDay => "A due date that is no working day moves to the next that is.",
            Roll.PreviousWorkingDay => "A due date that is no working day moves back to the last that is.",
            _ when terms.Length.Unit == PeriodUnit.WorkingDays => string.Empty,
            _ => "The due date does not move off a weekend or bank holiday; the working day to aim for is shown beside it.",
        };
        return $"It is due within {Phrases.Length(terms.Length)} of the start: {counted}. {first} {roll}".TrimEnd();
    }

    private static string MetBy(Fulfilment fulfilment, Phrases phrases) => fulfilment switch
    {
        MetByEvent one => $"It is met by {phrases.Event(one.Event)}.",
        MetByAll all => $"It is met once all of these have happened: {English.List([.. all.Events.Select(phrases.Event)])}.",
        MetByAny any => $"It is met by the first of these: {English.List([.. any.Events.Select(phrases.Event)], "or")}.",
        _ => throw new ArgumentOutOfRangeException(nameof(fulfilment), fulfilment, "This form has no words."),
    };
}
