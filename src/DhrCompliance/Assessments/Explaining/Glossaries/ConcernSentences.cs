using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Glossaries;

/// <summary>Which pages tell of a word.</summary>
internal static class ConcernSentences
{
    public static IEnumerable<RulePoint> Of(ImmutableArray<Concern> concerns)
    {
        if (!concerns.IsEmpty)
        {
            yield return new("concerns", $"The pages tell of it as part of {English.List([.. concerns.Select(Name)])}.");
        }
    }

    private static string Name(Concern concern) => concern switch
    {
        Concern.Family => "what is owed to the family",
        Concern.Library => "the library of reports",
        Concern.Rounds => "the rounds with the Home Office",
        _ => "the action plan",
    };
}
