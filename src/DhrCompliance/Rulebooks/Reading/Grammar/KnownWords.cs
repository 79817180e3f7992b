using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>What the vocabulary says of its words, as far as it is read.</summary>
internal sealed class KnownWords(Lexicon lexicon, DiagnosticList mistakes)
{
    private readonly Dictionary<string, EventKind> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FactType>> _facts = new(StringComparer.Ordinal);

    public IEnumerable<EventKind> Events => _events.Values;

    /// <summary>True where an event's own entry is wrong, so that what has which meaning is not known.</summary>
    public bool IsUncertain { get; private set; }

    public void Doubt() => IsUncertain = true;

    public void Add(EventKind kind) => _events.TryAdd(kind.Name, kind);

    /// <summary>Adds a fact; false where the case or the same item kind has one of this name.</summary>
    public bool Add(FactType fact)
    {
        var same = _facts.TryGetValue(fact.Name, out var found) ? found : _facts[fact.Name] = [];
        if (same.Exists(other => other.Of == fact.Of || other.Of is null || fact.Of is null))
        {
            return false;
        }

        same.Add(fact);
        return true;
    }

    public EventKind? Event(ScalarNode word) => lexicon.Resolve(WordKind.Event, word) is { } name ? _events.GetValueOrDefault(name) : null;

    public bool IsFact(string word) => _facts.ContainsKey(word);

    /// <summary>The fact as it is in a scope: of the item kind, or of the case. What belongs elsewhere is reported, and answered with null.</summary>
    public FactType? Fact(ScalarNode word, string? itemKind)
    {
        if (!_facts.TryGetValue(word.Value, out var found))
        {
            lexicon.Unknown(WordKind.Fact, word, FactsIn(itemKind));
            return null;
        }

        lexicon.Use(WordKind.Fact, word.Value);
        if (found.Find(fact => fact.Of == itemKind) is { } own)
        {
            return own;
        }

        if (found.Find(fact => fact.Of is null) is { } ofCase)
        {
            return ofCase;
        }

        var of = found[0].Of;
        mistakes.Error(
            word.Place,
            Codes.FactElsewhere,
            itemKind is null
                ? $"'{word.Value}' is a fact of each {of}, and is used here for the case"
                : $"'{word.Value}' is a fact of each {of}, and is used here for {Quote.Article(itemKind)}",
            hint: $"Put 'any-of: {of}' or 'every-of: {of}' beside it.");
        return null;
    }

    /// <summary>The fact of an item kind, without a report.</summary>
    public FactType? FactOf(string name, string itemKind) =>
        _facts.TryGetValue(name, out var found) ? found.Find(fact => fact.Of == itemKind) : null;

    public IEnumerable<string> FactsIn(string? itemKind) =>
        _facts.Where(pair => pair.Value.Exists(fact => fact.Of is null || fact.Of == itemKind)).Select(pair => pair.Key);

    public IEnumerable<string> FactNames => _facts.Keys;

    /// <summary>An attribute of an event; one that the event has not is reported.</summary>
    public AttributeType? Attribute(EventKind kind, ScalarNode word)
    {
        if (kind.Attributes.FirstOrDefault(attribute => attribute.Name == word.Value) is { } found)
        {
            return found;
        }

        if (!lexicon.IsExcused(word.Value))
        {
            Lexicon.ReportUnknown(mistakes, Codes.UnknownAttribute, $"attribute of '{kind.Name}':", word, kind.Attributes.Select(attribute => attribute.Name));
        }

        return null;
    }

    public EventKind? Meaning(EventMeaning meaning) => _events.Values.FirstOrDefault(kind => kind.Means == meaning);

    /// <summary>The values that are none of an attribute's or a fact's choices are reported.</summary>
    public ImmutableArray<string> Choices(ImmutableArray<ScalarNode> values, string of, ImmutableArray<string> choices)
    {
        foreach (var value in values.Where(value => choices.Length > 0 && !choices.Contains(value.Value)))
        {
            Lexicon.ReportUnknown(mistakes, Codes.UnknownChoice, $"value of '{of}':", value, choices);
        }

        return [.. values.Select(value => value.Value)];
    }
}
