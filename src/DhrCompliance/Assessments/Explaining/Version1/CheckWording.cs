using DhrCompliance.Calendars;
using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>Why a check holds, fails or cannot be told.</summary>
internal static class CheckWording
{
    public static string? Of(in Reason reason, Titles titles)
    {
        var (word, other) = (titles.Noun(reason.Word), titles.Noun(reason.Other));
        return reason.Template switch
        {
            ReasonTemplate.OrderHolds => $"{word} {When(reason.First)} came on or before {other} {When(reason.Second)}, as it should",
            ReasonTemplate.OrderFails => $"{word} {When(reason.First)} came only after {other} {When(reason.Second)}",
            ReasonTemplate.OrderWithout => $"{other} happened {When(reason.Second)} without {word}, which is not recorded",
            ReasonTemplate.OrderUnclear => $"which came first cannot be told: {Told(word, reason.First)}; {Told(other, reason.Second)}",
            ReasonTemplate.MomentNotCome => $"it is not looked at yet: {word} has not happened",
            ReasonTemplate.RequirementHolds => $"what is required was so{At(reason)}",
            ReasonTemplate.RequirementFails => titles.Knows(reason.Word)
                ? $"what is required was not so{At(reason)}: {word} is missing"
                : $"what is required was not so{At(reason)}",
            ReasonTemplate.RequirementUnclear => $"it cannot be told whether what is required is so: {word} is not recorded",
            ReasonTemplate.ChecklistSigned => $"the checklist was signed {When(reason.First)}",
            ReasonTemplate.ChecklistOpen => "the checklist is not signed yet",
            _ => null,
        };
    }

    private static string At(in Reason reason) =>
        (reason.First == default ? string.Empty : $" {When(reason.First)}")
        + (string.IsNullOrWhiteSpace(reason.Other) ? string.Empty : $" for {reason.Other}");

    private static string Told(string noun, DateInterval date) =>
        date == default || date == DateInterval.Unknown ? $"{noun} is not recorded" : $"{noun} was {When(date)}";
}
