using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Glossaries;

/// <summary>What a fact is.</summary>
internal static class FactSentences
{
    public static IEnumerable<RulePoint> Of(FactType fact, Phrases phrases)
    {
        yield return new("belongs to", fact.Of is { } item ? $"It is asked about each {phrases.Item(item)}." : "It is asked about the review.");
        yield return new("answer", $"The answer is {Answer(fact.Type, fact.Choices, phrases)}.");
        if (fact.Sensitive)
        {
            yield return new("sensitive", "It is sensitive: it never leaves the register in mail, calendars, reports to the board or the site.");
        }

        foreach (var point in ConcernSentences.Of(fact.Concerns))
        {
            yield return point;
        }
    }

    /// <summary>What values may be given.</summary>
    public static string Answer(ValueKind type, IReadOnlyCollection<string> choices, Phrases phrases) => type switch
    {
        ValueKind.YesNo => "yes or no",
        ValueKind.Number => "a number",
        ValueKind.Date => "a date, which may be known in part",
        ValueKind.Choice => $"one of {English.List([.. choices.Select(phrases.Choice)], "or")}",
        ValueKind.Choices => $"one or more of {English.List([.. choices.Select(phrases.Choice)], "or")}",
        ValueKind.Rule => "a rule",
        _ => "free text, with no name or other detail of a person",
    };
}
