using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>What must not leave in mail, calendars, board reports or the site: facts marked sensitive, and whatever would tell them.</summary>
public static class Sensitivity
{
    /// <summary>Whether the reason's sentence would tell a sensitive fact.</summary>
    public static bool Tells(in Reason reason, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Sensitive(reason.Word, vocabulary) || Sensitive(reason.Other, vocabulary);
    }

    /// <summary>
    /// Whether the rule rests on a sensitive fact, so that its title or its being there at all would tell it. What waives a rule tells
    /// nothing by being there: only a row that is waived does, by its reason.
    /// </summary>
    public static bool Tells(Rule rule, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Tells(rule.AppliesWhen, vocabulary, 0)
            || (rule.ForEach is ForEachItem item && Tells(item.Where, vocabulary, 0))
            || (rule is Criterion criterion && Tells(criterion.When, vocabulary, 0))
            || (rule is Check check && Tells(check.Require, vocabulary, 0));
    }

    // Named conditions may name each other; a reader refuses circles, the depth is for a vocabulary made by hand.
    private static bool Tells(Condition? condition, Vocabulary vocabulary, int depth) => depth < 64 && condition switch
    {
        AllOf all => all.Parts.Any(part => Tells(part, vocabulary, depth + 1)),
        AnyOf any => any.Parts.Any(part => Tells(part, vocabulary, depth + 1)),
        NotSo not => Tells(not.Inner, vocabulary, depth + 1),
        OverItems over => Tells(over.Body, vocabulary, depth + 1),
        Named named => Sensitive(named.Name, vocabulary, depth + 1),
        FactTest fact => Sensitive(fact.Fact, vocabulary, depth + 1),
        _ => false,
    };

    private static bool Sensitive(string? word, Vocabulary vocabulary, int depth = 0)
    {
        if (word is null)
        {
            return false;
        }

        var name = word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? word[..colon] : word;
        return vocabulary.Facts.Any(fact => fact.Sensitive && string.Equals(fact.Name, name, StringComparison.Ordinal))
            || vocabulary.Conditions.Any(condition =>
                (string.Equals(condition.Name, name, StringComparison.Ordinal) || string.Equals(condition.Title, name, StringComparison.Ordinal))
                && Tells(condition.When, vocabulary, depth + 1));
    }
}
