using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Glossaries;

/// <summary>Every word of a rulebook's vocabulary with what it means, in the order of the vocabulary.</summary>
public static class Glossary
{
    /// <summary>Roles, items, facts, events and conditions, one after the other.</summary>
    public static ImmutableArray<GlossaryEntry> Of(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        var (phrases, words) = (new Phrases(rulebook), rulebook.Vocabulary);
        var conditions = new ConditionPhrases(phrases);
        return
        [
            .. words.Roles.Select(role => Entry(WordSort.Role, role.Name, null, role.Title, [new("belongs to", Bound(role.BoundTo))])),
            .. words.Items.Select(item => Entry(WordSort.Item, item.Name, null, item.Title, Recorded(item, words, phrases))),
            .. words.Facts.Select(fact => Entry(WordSort.Fact, fact.Name, fact.Of, fact.Question, FactSentences.Of(fact, phrases), fact.Sensitive)),
            .. words.Events.Select(kind => Entry(WordSort.Event, kind.Name, kind.Of, kind.Title, EventSentences.Of(kind, phrases)) with { ImpliedBy = Sentences(Implications.To(kind, phrases)) }),
            .. words.Conditions.Select(one => Entry(WordSort.Condition, one.Name, null, one.Title, [new("when", $"It is so when this is: {conditions.Of(one.When)}.")])),
        ];
    }

    private static GlossaryEntry Entry(WordSort sort, string word, string? of, string title, IEnumerable<RulePoint> says, bool sensitive = false) => new()
    {
        Sort = sort,
        Word = word,
        Of = of,
        Title = English.Capital(title),
        Sensitive = sensitive,
        Says = Sentences(says),
    };

    private static ImmutableArray<RulePoint> Sentences(IEnumerable<RulePoint> says) => [.. says.Select(point => point with { Sentence = English.Sentence(point.Sentence) })];

    private static string Bound(RoleBinding binding) => binding switch
    {
        RoleBinding.Case => "Whoever it is acts in one review.",
        RoleBinding.Agency => "Whoever it is acts for one agency.",
        RoleBinding.Partnership => "Whoever it is acts in one partnership, for all its reviews.",
        _ => "Whoever it is acts everywhere.",
    };

    private static IEnumerable<RulePoint> Recorded(ItemKind item, Vocabulary words, Phrases phrases)
    {
        var facts = words.Facts.Where(fact => fact.Of == item.Name).Select(fact => phrases.Question(fact.Name)).ToList();
        if (facts.Count > 0)
        {
            yield return new("questions", $"What is asked about each: {English.List(facts)}.");
        }

        foreach (var point in ConcernSentences.Of(item.Concerns))
        {
            yield return point;
        }

        var events = words.Events.Where(kind => kind.Of == item.Name).Select(kind => phrases.Event(kind.Name)).ToList();
        if (events.Count > 0)
        {
            yield return new("happens", $"What can happen to each: {English.List(events)}.");
        }
    }
}
