using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>Why a rule is waived, ended or does not apply, and what would settle what cannot be told.</summary>
internal static class GroundWording
{
    public static string? Of(in Reason reason, Titles titles) => reason.Template switch
    {
        ReasonTemplate.WaivedBecause => $"it is waived: {English.Within(titles.Noun(reason.Other))}",
        ReasonTemplate.EndedBy => $"it was ended by {titles.Noun(reason.Word)}, {When(reason.First)}",
        ReasonTemplate.DoesNotApply =>
            string.IsNullOrWhiteSpace(reason.Other) ? "it does not apply to this case" : $"it does not apply, because of {titles.Noun(reason.Other)}",
        ReasonTemplate.MayNotApply => $"it cannot be told whether it applies: {titles.Noun(reason.Word)} is not recorded",
        ReasonTemplate.SettledByDateOf => $"to settle it: the date of {titles.Noun(reason.Word)}",
        ReasonTemplate.SettledByWhether => $"to settle it: whether {titles.Noun(reason.Word)} happened, and when",
        ReasonTemplate.SettledByFact => $"to settle it: {titles.Missing(reason.Word)}",
        ReasonTemplate.FactIs => Titled(titles.Question(reason.Word), English.Capital(English.Plain(reason.Other ?? "not recorded"))),
        ReasonTemplate.FactMissing => Titled(titles.Question(reason.Word), "Not recorded"),
        _ => null,
    };

    private static string Titled(string question, string answer) =>
        question.EndsWith('?') ? $"{question} {answer}" : $"{question.TrimEnd('.')}: {char.ToLowerInvariant(answer[0])}{answer[1..]}";
}
