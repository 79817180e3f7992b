using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>What a person calls the words of a vocabulary. Made once for each vocabulary and kept as long as that is.</summary>
internal sealed class Titles
{
    private static readonly ConditionalWeakTable<Vocabulary, Titles> Known = [];

    private readonly FrozenDictionary<string, EventKind> _events;
    private readonly FrozenDictionary<string, FactType> _facts;
    private readonly FrozenDictionary<string, string> _answers;
    private readonly FrozenDictionary<string, string> _others;
    private readonly FrozenSet<string> _dates;
    private readonly FrozenSet<string> _attributes;
    private readonly FrozenDictionary<string, int> _ranks;

    private Titles(Vocabulary vocabulary)
    {
        _events = First(vocabulary.Events, kind => kind.Name, kind => kind);
        _facts = First(vocabulary.Facts, fact => fact.Name, fact => fact);
        var attributes = vocabulary.Events.SelectMany(kind => kind.Attributes).ToList();
        _attributes = attributes.Select(attribute => attribute.Name).ToFrozenSet(StringComparer.Ordinal);
        _dates = attributes.Where(attribute => attribute.Type is ValueKind.Date).Select(attribute => attribute.Name).ToFrozenSet(StringComparer.Ordinal);
        _ranks = First(vocabulary.Events.Select((kind, rank) => (kind.Name, Rank: rank)), kind => kind.Name, kind => kind.Rank);
        _answers = First(vocabulary.Facts, fact => fact.Name, fact => $"the answer to “{fact.Question}”");
        _others = First(
            vocabulary.Items.Select(item => (item.Name, item.Title))
                .Concat(vocabulary.Roles.Select(role => (role.Name, role.Title)))
                .Concat(vocabulary.Conditions.Select(condition => (condition.Name, condition.Title))),
            pair => pair.Name,
            pair => pair.Title);
    }

    /// <summary>The titles of a vocabulary.</summary>
    public static Titles Of(Vocabulary vocabulary) => Known.GetValue(vocabulary, static words => new Titles(words));

    /// <summary>The event of that word, or null.</summary>
    public EventKind? Event(string word) => _events.GetValueOrDefault(word);

    /// <summary>The event's place in the order in which a review usually goes; -1: there is no such event.</summary>
    public int Rank(string word) => _ranks.GetValueOrDefault(word, -1);

    /// <summary>The fact of that word, or null.</summary>
    public FactType? Fact(string word) => _facts.GetValueOrDefault(word);

    /// <summary>
    /// A word as a noun in the middle of a sentence. <c>word:item</c> names the item after it; <c>event.attribute</c> is what is recorded
    /// with the event, and an attribute alone what is recorded as that; a word that is not known is shown as it is.
    /// </summary>
    public string Noun(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            return "something that is not named";
        }

        if (Simple(word) is { } title)
        {
            return title;
        }

        if (word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Simple(word[..colon]) is { } of)
        {
            return $"{of} ({word[(colon + 1)..]})";
        }

        if (_dates.Contains(word))
        {
            return $"the date recorded as “{English.Plain(word)}”";
        }

        return word.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && _events.TryGetValue(word[..dot], out var kind)
            ? $"“{English.Plain(word[(dot + 1)..])}” of {kind.Title}"
            : _attributes.Contains(word) ? $"the date recorded as “{English.Plain(word)}”"
            : word;
    }

    /// <summary>Whether the word is one of the vocabulary's.</summary>
    public bool Knows(string? word) => word is not null && Simple(word) is not null;

    /// <summary>What would have to be recorded: the answer to a fact's question, or a record of anything else.</summary>
    public string Missing(string? word) => Noun(word) is var noun && word is not null && Fact(word) is null && Knows(word) ? $"a record of {noun}" : noun;

    /// <summary>A fact's question, or the title of a condition or of anything else, as a sentence of its own.</summary>
    public string Question(string? word) => word is not null && _facts.TryGetValue(word, out var fact) ? fact.Question : English.Capital(Noun(word));

    /// <summary>A role or a choice: its title, or its word with spaces.</summary>
    public string Who(string word) => _others.TryGetValue(word, out var title) ? title : English.Plain(word);

    /// <summary>What an attribute of some event means to the engine.</summary>
    public AttributeMeaning AttributeMeans(string attribute) => _events.Values
        .SelectMany(kind => kind.Attributes)
        .FirstOrDefault(type => type.Means != AttributeMeaning.None && string.Equals(type.Name, attribute, StringComparison.Ordinal))
        ?.Means ?? AttributeMeaning.None;

    private static FrozenDictionary<string, TValue> First<TItem, TValue>(
        IEnumerable<TItem> items, Func<TItem, string> name, Func<TItem, TValue> value) =>
        items.GroupBy(name, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => value(group.First()), StringComparer.Ordinal);

    private string? Simple(string word) =>
        _events.TryGetValue(word, out var kind) ? kind.Title
        : _answers.TryGetValue(word, out var answer) ? answer
        : _others.GetValueOrDefault(word);
}
