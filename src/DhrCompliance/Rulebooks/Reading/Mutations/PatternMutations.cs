using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>Events of rules: another one, none, in another order, with other attributes.</summary>
internal sealed class PatternMutations(Vocabulary vocabulary)
{
    /// <summary>Patterns of which the first that is recorded counts: each left out, and the order changed.</summary>
    public IEnumerable<Mutation> Preferred(Site site, Node? node) =>
    [
        .. Several(site, node),
        .. ListMutations.Swapped(site, MutationKind.Event, node, (first, second) => $"Add one in which both '{first}' and '{second}' are recorded, with different dates."),
    ];

    /// <summary>Patterns that must come one after the other.</summary>
    public IEnumerable<Mutation> Ordered(Site site, Node? node) =>
    [
        .. node is SequenceNode { Items.Length: > 2 } ? Several(site, node) : ListMutations.Items(node).SelectMany(item => Needed(site, item)),
        .. ListMutations.Swapped(site, MutationKind.Event, node, (first, second) => $"Add one in which '{second}' comes before '{first}', and one in which it comes after."),
    ];

    /// <summary>Patterns of which one is needed: each left out where there are several, else another in its place.</summary>
    public IEnumerable<Mutation> Several(Site site, Node? node) => node is SequenceNode { Items.Length: > 1 } list
        ? [.. ListMutations.EachLeftOut(site, MutationKind.Event, node, Happens), .. list.Items.SelectMany(item => Parts(site, item))]
        : ListMutations.Items(node).SelectMany(item => Needed(site, item));

    /// <summary>Patterns that may be missing: each left out.</summary>
    public IEnumerable<Mutation> Optional(Site site, Node? node) =>
        [.. ListMutations.EachOrAllLeftOut(site, MutationKind.Event, node, Happens), .. ListMutations.Items(node).SelectMany(item => Parts(site, item))];

    /// <summary>A pattern that must be there: another event in its place.</summary>
    public IEnumerable<Mutation> Needed(Site site, Node? node)
    {
        var word = node as ScalarNode ?? (node as MappingNode)?.Find("event") as ScalarNode;
        if (word is not null && vocabulary.Events.FirstOrDefault(kind => kind.Name == word.Value) is { } own)
        {
            string[] same = [.. vocabulary.Events.Where(kind => kind.Of == own.Of).Select(kind => kind.Name)];
            if (ListMutations.Next(word.Value, same, []) is { } other)
            {
                // What the pattern asks of attributes goes with the event that has them.
                var replacement = new ScalarNode(word.Place, other, word.IsPlain, word.End);
                yield return site.Replaced(
                    MutationKind.Event,
                    node!,
                    node is MappingNode pattern ? new MappingNode(pattern.Place, [pattern.Entries.First(entry => entry.Value == word) with { Value = replacement }]) : replacement,
                    word.Place,
                    word.Value,
                    other,
                    Happens(word.Value));
            }
        }

        foreach (var part in Parts(site, node))
        {
            yield return part;
        }
    }

    /// <summary>What met-by may be: one pattern, or all or any of several.</summary>
    public IEnumerable<Mutation> Fulfilment(Site site, Node? node)
    {
        if (node is not MappingNode mapping || mapping.Entries.FirstOrDefault(entry => entry.Key.Value is "all" or "any") is not { } list)
        {
            return Needed(site, node);
        }

        var other = list.Key.Value == "all" ? "any" : "all";
        return
        [
            site.Replaced(MutationKind.Event, mapping, WithKey(mapping, list, other), list.Key.Place, list.Key.Value, other, "Add one in which only one of them has happened."),
            .. Several(site, list.Value),
        ];
    }

    /// <summary>A mapping in which an entry has another key.</summary>
    public static MappingNode WithKey(MappingNode mapping, MappingEntry entry, string key, Node? value = null) => new(
        mapping.Place,
        mapping.Entries.Replace(entry, new MappingEntry(new ScalarNode(entry.Key.Place, key, entry.Key.IsPlain, entry.Key.End), value ?? entry.Value)));

    private static string Happens(string word) => $"Add one in which '{word}' happens, with what follows from it.";

    /// <summary>The attributes of a pattern, and what it comes after.</summary>
    private IEnumerable<Mutation> Parts(Site site, Node? node)
    {
        if (node is not MappingNode pattern)
        {
            yield break;
        }

        var word = (pattern.Find("event") as ScalarNode)?.Value ?? "";
        if (pattern.Find("where") is MappingNode where)
        {
            foreach (var entry in where.Entries)
            {
                foreach (var mutation in Attribute(site, word, where, entry))
                {
                    yield return mutation;
                }
            }
        }

        if (pattern.Find("after") is { } after)
        {
            var name = ListMutations.Name(after);
            yield return site.LeftOut(MutationKind.Event, after, $"after {name}", $"Add one in which '{word}' comes before '{name}'.");
            foreach (var mutation in Needed(site, after))
            {
                yield return mutation;
            }
        }
    }

    private IEnumerable<Mutation> Attribute(Site site, string word, MappingNode where, MappingEntry entry)
    {
        var choices = vocabulary.Events.FirstOrDefault(kind => kind.Name == word)?.Attributes.FirstOrDefault(attribute => attribute.Name == entry.Key.Value)?.Choices ?? [];
        string With(string value) => $"Add one in which '{word}' has '{entry.Key.Value}: {value}', with what follows from it.";
        yield return site.LeftOut(
            MutationKind.Value,
            where.Entries.Length == 1 ? where : entry.Value,
            $"{entry.Key.Value}: {ListMutations.Name(entry.Value)}",
            $"Add one in which '{word}' has another '{entry.Key.Value}' than {ListMutations.Name(entry.Value)}, with what follows from it.",
            entry.Key.Place);
        foreach (var mutation in ValueMutations.Of(site, entry.Value, choices, With))
        {
            yield return mutation;
        }
    }
}
