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
            ReasonTemplate.RequirementHolds =>
                string.IsNullOrWhiteSpace(reason.Other) ? "what is required is so" : $"what is required is so: {other}",
            ReasonTemplate.RequirementFails =>
                string.IsNullOrWhiteSpace(reason.Other)
                    ? $"what is required is not so: {word} is missing"
                    : $"what is required is not so: {word} is missing ({other})",
            ReasonTemplate.RequirementUnclear => $"it cannot be told whether what is required is so: {word} is not recorded",
            _ => null,
        };
    }

    private static string Told(string noun, DateInterval date) =>
        date == default ? $"{noun} is not recorded" : $"{noun} was {When(date)}";
}
