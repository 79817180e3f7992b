using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What the path does next, and when.</summary>
internal static class NextSteps
{
    public static string Of(Notice notice, Vocabulary vocabulary, LetterWords words)
    {
        if (notice.Next is not { } next)
        {
            return words.Of(CommonTextIds.NextNone);
        }

        var titles = Titles.Of(vocabulary);
        var text = (notice.Path.QuietOnNonWorkingDays, next.AfterApproval) switch
        {
            (false, false) => CommonTextIds.Next,
            (true, false) => CommonTextIds.NextQuiet,
            (false, true) => CommonTextIds.NextApproved,
            (true, true) => CommonTextIds.NextQuietApproved,
        };
        return words.Of(text, ("roles", English.List([.. next.Roles.Select(role => titles.Who(role))])), ("day", DateWords.Day(next.On)));
    }
}
