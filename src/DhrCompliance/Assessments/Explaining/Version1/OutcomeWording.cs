using DhrCompliance.Calendars;
using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>Whether it was met, and how it stands against the due date.</summary>
internal static class OutcomeWording
{
    public static string? Of(in Reason reason, Titles titles)
    {
        var word = titles.Noun(reason.Word);
        return reason.Template switch
        {
            ReasonTemplate.MetBy => $"it was met by {word}, {When(reason.First)}",
            ReasonTemplate.MetByImplied =>
                $"{word} is not recorded; {titles.Noun(reason.Other)} was {When(reason.Second)}, so it had happened {Bounded(reason)}",
            ReasonTemplate.MetBeforeStart =>
                $"{word}, {When(reason.First)}, lies before the start, {Limit(reason.Second)}: it counts, and a question asks about it",
            ReasonTemplate.InTime => reason is { Number: 0, Number2: 0 }
                ? "in time, on the last day"
                : $"in time, with {English.Range(reason.Number, reason.Number2)} to spare",
            ReasonTemplate.Late => $"late by {English.Range(reason.Number, reason.Number2)}",
            ReasonTemplate.InTimeOrLate when reason.Number == int.MaxValue => "in time, or late by a number of days that is not known",
            ReasonTemplate.InTimeOrLate =>
                $"in time, or up to {English.Count(int.Max(reason.Number, reason.Number2), "day")} late",
            ReasonTemplate.NotMet =>
                $"{word} has not happened: it is not recorded{KeptSince(reason.First)}",
            ReasonTemplate.NotRecorded =>
                $"{word} is not recorded; as the register was not yet kept then, that does not tell whether it happened",
            ReasonTemplate.DueIn => reason is { Number: 0, Number2: 0 }
                ? "it is due that day"
                : $"it is due in {English.Range(reason.Number, reason.Number2)}",
            ReasonTemplate.OverdueBy => $"it is overdue by {English.Range(reason.Number, reason.Number2)}",
            ReasonTemplate.OutstandingFor =>
                $"it has been outstanding for {English.Range(reason.Number, reason.Number2)}; "
                + $"the source gives no limit, so it is never called late{Asked(reason.First)}",
            ReasonTemplate.UnlessUnrecorded =>
                "that stands unless a pause, an agreement or something else that is not recorded explains it",
            _ => null,
        };
    }

    // What implies it bounds it from above; that it came after the start was said before.
    private static string Bounded(in Reason reason) =>
        reason.First.Latest == reason.Second.Latest || !reason.First.HasLatest ? "by then" : When(reason.First);

    private static string KeptSince(DateInterval since) =>
        since == default || since == DateInterval.Unknown ? string.Empty : $", and the register has been kept since {Limit(since)}";

    private static string Asked(DateInterval from) =>
        from == default || from == DateInterval.Unknown ? string.Empty : $"; it is asked for from {Limit(from)}";
}
