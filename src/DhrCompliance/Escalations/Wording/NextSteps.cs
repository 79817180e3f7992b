using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What the path does next, and when.</summary>
internal static class NextSteps
{
    public static string Of(Notice notice, Vocabulary vocabulary)
    {
        if (notice.Next is not { } next)
        {
            return "Nothing more is sent about this by itself.";
        }

        var titles = Titles.Of(vocabulary);
        var roles = English.List([.. next.Roles.Select(role => titles.Who(role))]);
        var approval = next.AfterApproval ? ", once a named person has approved it" : string.Empty;
        var quiet = notice.Path.QuietOnNonWorkingDays ? " (or on the next working day)" : string.Empty;
        return $"If nothing more is recorded, the next mail about this goes to {roles} on {DateWords.Day(next.On)}{quiet}{approval}.";
    }
}
