using System.Globalization;
using DhrCompliance.Calendars;
using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>How the due date came about, and what moved it.</summary>
internal static class DueWording
{
    public static string? Of(in Reason reason, Titles titles) => reason.Template switch
    {
        ReasonTemplate.DueFrom => $"that makes it due by {Limit(reason.Second)}: {Counted(reason.Other)}",
        ReasonTemplate.DueClamped => $"that makes it due by {Limit(reason.Second)}: {Clamped(reason)}",
        ReasonTemplate.DueSet => $"it is due by {Limit(reason.First)}, a date that was set: {Named(reason.Word, titles)}",
        ReasonTemplate.DueNext => $"it is due by {Limit(reason.First)}, with the next of these: {titles.Noun(reason.Word)}",
        ReasonTemplate.NoNext => $"it is due with the next of these, and none is recorded or planned yet: {titles.Noun(reason.Word)}",
        ReasonTemplate.WorkingDayTarget =>
            $"the working-day target is {Limit(reason.First)}, since the due date falls on {DayName(reason.Other)}",
        ReasonTemplate.MovedByPauses or ReasonTemplate.MovedByPausesAndRolled when !reason.Second.HasLatest => Open(reason),
        ReasonTemplate.MovedByPauses =>
            $"pauses of {English.Range(reason.Number, reason.Number2)} moved the due date from {Limit(reason.First)} to {Limit(reason.Second)}",
        ReasonTemplate.PausedFor when reason.First == reason.Second && !reason.First.IsDay =>
            $"it was paused ({Reason(reason.Word, titles)}), from and until a day that is not recorded, both {When(reason.First)}",
        ReasonTemplate.PausedFor => Ended(reason.Second)
            ? $"it was paused ({Reason(reason.Word, titles)}); the pause began {When(reason.First)} and ended {When(reason.Second)}"
            : $"it is paused ({Reason(reason.Word, titles)}); the pause began {When(reason.First)} and no end of it is recorded",
        ReasonTemplate.PauseTooLate =>
            $"the pause ({Reason(reason.Word, titles)}) that began {When(reason.First)} came after the due date, {Limit(reason.Second)}: "
            + "it makes nothing less late and only holds reminders back",
        ReasonTemplate.PauseMayRun =>
            $"no end of the pause ({Reason(reason.Word, titles)}) is recorded, so it may still be running",
        ReasonTemplate.ExtendedTo => $"{Agreed(reason, titles)}: {Limit(reason.Second)}",
        ReasonTemplate.ExtendedLate =>
            $"{Agreed(reason, titles)}: {Limit(reason.Second)}; by then the due date had passed "
            + $"{English.Range(reason.Number, reason.Number2)} before, and that lateness stays on record",
        ReasonTemplate.Floor =>
            $"the due date moves to {Limit(reason.First)}, the day the change in the law began: a change never makes an earlier date",
        ReasonTemplate.Provisional =>
            $"bank holidays are known only until {Limit(reason.First)}, so a date that counts working days beyond it is provisional",
        _ => null,
    };

    // A pause that has not ended leaves no day to name: the bound that stands in its place was once told as one, which was never true.
    private static string Open(in Reason reason) => reason.Second.Earliest < DateOnly.MaxValue
        ? $"what may still be paused may move the due date on from {Limit(reason.First)}: it is {Limit(reason.Second)}"
        : $"there is no due date while the pause lasts: it moves on from {Limit(reason.First)} by a day for each day of the pause"
            + (reason.Number > 0 ? $"; {English.Count(reason.Number, "day")} were left when the pause began, and they run on when it ends" : string.Empty);

    private static string Counted(string? period)
    {
        var text = period ?? "the period of the rule";
        return text switch
        {
            "1 month" => "one month, the same date in the next month",
            "1 year" => "one year, the same date in the next year",
            _ when text.EndsWith(" months", StringComparison.Ordinal) => $"{English.Period(text)}, to the same date of the month",
            _ when text.EndsWith(" years", StringComparison.Ordinal) => $"{English.Period(text)}, to the same date",
            _ when text.EndsWith("working days", StringComparison.Ordinal) => $"{English.Period(text)}, bank holidays and weekends left out",
            _ => English.Period(text),
        };
    }

    private static string Clamped(in Reason reason)
    {
        var period = English.Period(reason.Other ?? "the period of the rule");
        return reason.First.IsDay && reason.Second.IsDay && reason.First != default && reason.Second != default
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{period}, and {reason.Second.Earliest:MMMM yyyy} has no day {reason.First.Earliest.Day}, so its last day stands")
            : $"{period}, and where the month has no such day its last day stands";
    }

    private static string Named(string? word, Titles titles) =>
        word is null ? "nobody recorded where" : titles.Noun(word) is var noun && noun == word ? English.Plain(word) : noun;

    private static string Reason(string? word, Titles titles) => word is null ? "its reason is not recorded" : titles.Who(word);

    private static bool Ended(DateInterval end) => end != default && (end.HasLatest || !end.HasEarliest);

    private static string Agreed(in Reason reason, Titles titles) => string.IsNullOrWhiteSpace(reason.Other)
        ? $"another date was agreed {When(reason.First)}"
        : $"another date was agreed {When(reason.First)} by {titles.Who(reason.Other)}";

    private static string DayName(string? name) => name switch
    {
        null => "a day that is not a working day",
        "Saturday" or "Sunday" => $"a {name}",
        _ when name.Contains("bank holiday", StringComparison.OrdinalIgnoreCase) => $"the {name}",
        _ => name,
    };
}
