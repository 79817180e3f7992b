using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>What started the clock, or why that is open.</summary>
internal static class StartWording
{
    public static string? Of(in Reason reason, Titles titles)
    {
        var word = titles.Noun(reason.Word);
        return reason.Template switch
        {
            ReasonTemplate.StartedBy => $"the clock started with {word}, {When(reason.First)}",
            ReasonTemplate.StartedByImplied =>
                $"the clock started with {word}, which is not recorded; "
                + $"since {titles.Noun(reason.Other)} was {When(reason.Second)}, it happened {Bounded(reason)}",
            ReasonTemplate.StartPreferredMissing => $"{word} would start the clock but is not recorded, so the next that would was used",
            ReasonTemplate.NotStarted => $"the clock has not started: {word} had not happened by that day",
            ReasonTemplate.StartUnknown =>
                $"{word}, which starts the clock, is not recorded; "
                + "as the register was not yet kept then, that does not tell whether it happened",
            ReasonTemplate.StartLater => $"the clock starts with {word}, {When(reason.First)}, which is or may be still to come",
            ReasonTemplate.EditionsCould =>
                $"{EditionList(reason.Other)} could govern, because {word} was {When(reason.First)}",
            ReasonTemplate.StartedByOverdue => $"the clock started when “{Duty(reason)}” fell overdue, {When(reason.First)}",
            ReasonTemplate.OverdueUnclear => $"it cannot be told whether “{Duty(reason)}” fell overdue, which starts the clock",
            ReasonTemplate.NotOverdue => $"the clock has not started: it does when “{Duty(reason)}” falls overdue",
            ReasonTemplate.PeriodStart => $"the clock counts from the {English.Plain(reason.Other ?? "end")} of {reason.Word ?? "the period"}, {Limit(reason.First)}",
            ReasonTemplate.PackMayNotGovern =>
                $"it cannot be told whether “{reason.Other ?? "the pack"}” governs, since the day on which {(reason.First.IsDay ? "the next edition" : "it")} began is known only in part",
            _ => null,
        };
    }

    /// <summary>When an implied event happened; of a day nobody knows it is at least known that it came first.</summary>
    private static string Bounded(in Reason reason) =>
        reason.First == reason.Second || reason.First is { HasEarliest: false, HasLatest: false } ? "by then" : When(reason.First);

    private static string Duty(in Reason reason) => reason.Other ?? reason.Word ?? "another duty";

    private static string EditionList(string? editions) => string.IsNullOrWhiteSpace(editions)
        ? "more than one edition"
        : "the editions " + English.List(editions.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries));
}
