using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks;

/// <summary>What is recorded under words, in the words of today.</summary>
internal sealed class CurrentValues(CurrentNames names, Vocabulary vocabulary)
{
    private readonly Dictionary<string, EventKind> _kinds = vocabulary.Events.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private readonly Dictionary<(string, string?), FactType> _facts = vocabulary.Facts.ToDictionary(fact => (fact.Name, fact.Of));

    public ImmutableDictionary<string, string> Facts(ImmutableDictionary<string, string> facts, string? of)
    {
        var current = facts;
        foreach (var (word, value) in facts)
        {
            var now = names.Fact(word, of);
            if (now != word)
            {
                // What is recorded under the word of today counts before what was recorded under an earlier one.
                current = current.Remove(word);
                current = current.ContainsKey(now) ? current : current.Add(now, value);
            }
        }

        foreach (var (word, value) in current)
        {
            current = _facts.TryGetValue((word, of), out var fact) ? current.SetItem(word, Value(value, fact.Type, fact.Choices)) : current;
        }

        return current;
    }

    public ImmutableDictionary<string, string> Attributes(ImmutableDictionary<string, string> attributes, string word)
    {
        foreach (var type in _kinds.TryGetValue(word, out var kind) ? kind.Attributes : [])
        {
            attributes = attributes.TryGetValue(type.Name, out var value) ? attributes.SetItem(type.Name, Value(value, type.Type, type.Choices)) : attributes;
        }

        return attributes;
    }

    /// <summary>A value that names a rule, or one of several choices that are roles.</summary>
    private string Value(string value, ValueKind type, ImmutableArray<string> choices) => type switch
    {
        ValueKind.Rule => names.Rule(value),
        ValueKind.Choice => names.Choice(value, choices),
        ValueKind.Choices when value.Contains(';', StringComparison.Ordinal) => string.Join(';', value.Split(';').Select(one => names.Choice(one.Trim(), choices))),
        ValueKind.Choices => names.Choice(value, choices),
        _ => value,
    };
}
