using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks;

/// <summary>
/// What is called otherwise now: the names that rules and words had before (<c>was:</c>), with those they have. Each question answers
/// with the name of today; a name that was never given up is its own answer. Steps are asked of their path.
/// </summary>
public sealed class CurrentNames
{
    private readonly FrozenDictionary<string, string> _events;
    private readonly FrozenDictionary<string, string> _items;
    private readonly FrozenDictionary<string, string> _roles;
    private readonly FrozenDictionary<string, string> _duties;
    private readonly FrozenDictionary<string, string> _rules;
    private readonly FrozenDictionary<(string Name, string? Of), string> _facts;
    private readonly CurrentValues _values;

    /// <summary>Of a rulebook that was read without mistakes.</summary>
    public CurrentNames(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        var words = rulebook.Vocabulary;
        _events = Map(words.Events.SelectMany(kind => kind.Was.Select(old => (old, kind.Name))));
        _items = Map(words.Items.SelectMany(kind => kind.Was.Select(old => (old, kind.Name))));
        _roles = Map(words.Roles.SelectMany(role => role.Was.Select(old => (old, role.Name))));
        _facts = words.Facts.SelectMany(fact => fact.Was.Select(old => ((old, fact.Of), fact.Name))).DistinctBy(name => name.Item1)
            .ToFrozenDictionary(name => name.Item1, name => name.Name);
        var packs = rulebook.Packs.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        var renamed = rulebook.Packs.SelectMany(pack => pack.Rules.SelectMany(rule => rule.Was.Select(old => (Pack: pack, Rule: rule, Old: old)))).ToList();
        _duties = Map(renamed.Select(one => (FormerDuty(one.Old, one.Pack, packs), one.Pack.DutyOf(one.Rule.Id))));
        _rules = Map(Named(renamed, rulebook));
        _values = new CurrentValues(this, words);
        AreAll = _events.Count + _items.Count + _roles.Count + _facts.Count + _duties.Count == 0;
    }

    /// <summary>Where nothing was ever renamed.</summary>
    public static CurrentNames None { get; } = new(new Rulebook
    {
        Vocabulary = new Vocabulary(),
        Packs = [],
        Paths = [],
        Calendars = ImmutableDictionary<string, Calendars.HolidayCalendar>.Empty,
        Hash = "",
    });

    /// <summary>True: nothing was ever called otherwise.</summary>
    public bool AreAll { get; }

    /// <summary>An event's word.</summary>
    public string Event(string word) => _events.GetValueOrDefault(word, word);

    /// <summary>An item kind's word.</summary>
    public string Item(string word) => _items.GetValueOrDefault(word, word);

    /// <summary>A role's word.</summary>
    public string Role(string word) => _roles.GetValueOrDefault(word, word);

    /// <summary>A fact's word, of the case (null) or of an item kind.</summary>
    public string Fact(string word, string? of) => _facts.GetValueOrDefault((word, of is null ? null : Item(of)), word);

    /// <summary>Recorded facts of the case (null) or of an item of a kind, and what they say, in the words of today.</summary>
    public ImmutableDictionary<string, string> Facts(ImmutableDictionary<string, string> facts, string? of) =>
        _values.Facts(facts, of is null ? null : Item(of));

    /// <summary>What is recorded with an event, in the words of today.</summary>
    public ImmutableDictionary<string, string> Attributes(ImmutableDictionary<string, string> attributes, string word) =>
        _values.Attributes(attributes, Event(word));

    /// <summary>What a duty is called in a notice's key.</summary>
    public string Duty(string duty) => _duties.GetValueOrDefault(duty, duty);

    /// <summary>A rule as a register names it: by id alone, or by <c>pack/id</c>.</summary>
    public string Rule(string name) => _rules.GetValueOrDefault(name, name);

    /// <summary>A value that is one of several choices: where a role's former name was a choice and that of today is, the latter.</summary>
    public string Choice(string value, IReadOnlyCollection<string> choices) =>
        _roles.TryGetValue(value, out var role) && choices.Contains(role) && !choices.Contains(value) ? role : value;

    /// <summary>What the duty of a rule was called when the rule had another id.</summary>
    /// <param name="old">The id, in the same pack, or <c>pack/id</c>.</param>
    /// <param name="pack">The rule's pack.</param>
    /// <param name="packs">All packs by id; what a pack that is gone was an edition of is not known, so that its full name stands.</param>
    internal static string FormerDuty(string old, Pack pack, IReadOnlyDictionary<string, Pack> packs) =>
        old.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            ? packs.TryGetValue(old[..slash], out var other) ? other.DutyOf(old[(slash + 1)..]) : old
            : pack.DutyOf(old);

    /// <summary>By full name always; by id alone only where that leads to one id, which no rule has now.</summary>
    private static IEnumerable<(string Old, string Now)> Named(List<(Pack Pack, Rule Rule, string Old)> renamed, Rulebook rulebook)
    {
        foreach (var (pack, rule, old) in renamed)
        {
            yield return (old.Contains('/', StringComparison.Ordinal) ? old : $"{pack.Id}/{old}", rule.FullName);
        }

        var ids = rulebook.Packs.SelectMany(pack => pack.Rules).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var same in renamed.GroupBy(one => one.Old[(one.Old.IndexOf('/', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal))
        {
            if (!ids.Contains(same.Key) && same.Select(one => one.Rule.Id).Distinct(StringComparer.Ordinal).ToList() is [var now])
            {
                yield return (same.Key, now);
            }
        }
    }

    private static FrozenDictionary<string, string> Map(IEnumerable<(string Old, string Now)> names) =>
        names.DistinctBy(name => name.Old, StringComparer.Ordinal).ToFrozenDictionary(name => name.Old, name => name.Now, StringComparer.Ordinal);
}
