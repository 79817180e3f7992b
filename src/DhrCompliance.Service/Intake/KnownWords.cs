using System.Collections.Frozen;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake;

/// <summary>Every word that a row may use: the vocabulary, the ids of the rules and of the packs.</summary>
internal sealed class KnownWords
{
    private readonly FrozenDictionary<string, EventKind> _events;
    private readonly FrozenDictionary<string, ItemKind> _items;

    /// <param name="vocabulary">The words of the rule files.</param>
    /// <param name="rules">The ids of the rules with their pack: <c>pack/id</c>.</param>
    /// <param name="packs">The ids of the packs.</param>
    /// <param name="names">What is called otherwise now.</param>
    public KnownWords(Vocabulary vocabulary, IEnumerable<string> rules, IEnumerable<string> packs, CurrentNames names)
    {
        Names = names;
        Vocabulary = vocabulary;
        Rules = rules.SelectMany(rule => new[] { rule, rule[(rule.IndexOf('/', StringComparison.Ordinal) + 1)..] }).ToFrozenSet(StringComparer.Ordinal);
        Packs = packs.ToFrozenSet(StringComparer.Ordinal);
        _events = vocabulary.Events.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
        _items = vocabulary.Items.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>What is called otherwise now.</summary>
    public CurrentNames Names { get; }

    /// <summary>The ids of the rules, with their pack and without.</summary>
    public FrozenSet<string> Rules { get; }

    public FrozenSet<string> Packs { get; }

    /// <summary>The words of a rulebook.</summary>
    public static KnownWords Of(Rulebook rulebook) => new(
        rulebook.Vocabulary,
        rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => rule.FullName)),
        rulebook.Packs.Select(pack => pack.Id),
        new CurrentNames(rulebook));

    public EventKind? Event(string? name) => name is null ? null : _events.GetValueOrDefault(name);

    public ItemKind? Item(string? name) => name is null ? null : _items.GetValueOrDefault(name);
}
