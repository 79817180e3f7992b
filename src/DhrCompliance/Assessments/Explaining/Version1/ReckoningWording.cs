using System.Globalization;
using DhrCompliance.Calendars;
using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>
/// How a due date came about where the rule rounds up, counts the first day in or goes off days that are no working days. Assessments made
/// before there were these templates told all of it as any other limit, and read as they read.
/// </summary>
internal static class ReckoningWording
{
    public static string? Of(in Reason reason) => reason.Template switch
    {
        ReasonTemplate.DueRoundedUp => $"that makes it due by {Limit(reason.Second)}: {Length(reason)}, and {RoundedUp(reason)}",
        ReasonTemplate.DueCountedIn => $"that makes it due by {Limit(reason.Second)}: {CountedIn(reason)}",
        ReasonTemplate.DueRolled => Rolled(reason),
        ReasonTemplate.MovedByPausesAndRolled =>
            $"pauses moved the due date, and a date so moved goes off days that are no working days as well: from {Limit(reason.First)} to {Limit(reason.Second)}",
        _ => null,
    };

    private static string RoundedUp(in Reason reason) => AreDays(reason) && reason.Second.Earliest > DateOnly.MinValue
        ? $"{Month(reason.Second.Earliest.AddDays(-1))} has no day {Number(reason.First)}, so the first day of the next month stands"
        : "where the month has no such day the first day of the next stands";

    private static string CountedIn(in Reason reason)
    {
        var length = Length(reason);
        if (length.EndsWith("working days", StringComparison.Ordinal))
        {
            return $"{length}, the day of the start among them where it is one, bank holidays and weekends left out";
        }

        var whole = $"{length}, of which the day of the start is the first";
        return (reason.Number, AreDays(reason)) switch
        {
            (1, true) => $"{whole}; {Month(reason.Second.Earliest)} has no day {Number(reason.First)}, so its last day stands for that, and the day before is the last in time",
            (2, true) => $"{whole}; {Month(reason.Second.Earliest)} has no day {Number(reason.First)}, so the first day of the next month stands for that, and the day before is the last in time",
            _ => whole,
        };
    }

    private static string Rolled(in Reason reason)
    {
        var later = reason.Second.Latest > reason.First.Latest || reason.Second.Earliest > reason.First.Earliest;
        return reason.First.IsDay && reason.First != default
            ? $"{Limit(reason.First)} is {Name(reason.Other)}, so the due date moves {(later ? "to the next working day" : "back to the working day before")}, {Limit(reason.Second)}"
            : $"a due date that is no working day moves {(later ? "to the next" : "back to the last")} that is: it is due by {Limit(reason.Second)}";
    }

    private static string Name(string? name) => name switch
    {
        null or "Saturday" or "Sunday" => "no working day",
        _ when name.Contains("bank holiday", StringComparison.OrdinalIgnoreCase) => $"the {name}",
        _ => name,
    };

    private static string Length(in Reason reason) => English.Period(reason.Other ?? "the period of the rule");

    private static bool AreDays(in Reason reason) => reason.First.IsDay && reason.Second.IsDay && reason.First != default && reason.Second != default;

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(DateInterval day) => day.Earliest.Day.ToString(CultureInfo.InvariantCulture);
}
