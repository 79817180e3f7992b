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
        ReasonTemplate.DepartureRecorded => string.IsNullOrWhiteSpace(reason.Other)
            ? $"a departure from this is recorded {When(reason.First)}"
            : $"a departure from this is recorded {When(reason.First)}, agreed by {titles.Who(reason.Other)}",
        ReasonTemplate.ExplainedUntil =>
            $"a reason is recorded, and the next step is dated {Limit(reason.Second)}; that makes it no less late, and those further up are told only after that day",
        ReasonTemplate.DepartedFrom => $"a protocol that this partnership works by departs from it: {Rule(reason)}",
        ReasonTemplate.DepartsFrom => $"it departs from {Rule(reason)}",
        ReasonTemplate.Tightens => $"it is tighter than {Rule(reason)}",
        _ => null,
    };

    private static string Rule(in Reason reason) =>
        (reason.Other, reason.Word) is ({ } title, { } name) ? $"“{title}” ({name})" : reason.Other ?? reason.Word ?? "another rule";

    private static string Titled(string question, string answer) =>
        question.EndsWith('?') ? $"{question} {answer}" : $"{question.TrimEnd('.')}: {char.ToLowerInvariant(answer[0])}{answer[1..]}";
}
