using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>Lists, in which one thing may stand for a list of one.</summary>
internal static class ListMutations
{
    public static ImmutableArray<Node> Items(Node? node) => node switch
    {
        null => [],
        SequenceNode list => list.Items,
        _ => [node],
    };

    /// <summary>What a node is called: its text, the event of a pattern, its keys.</summary>
    public static string Name(Node node) => node switch
    {
        ScalarNode text => text.Value,
        SequenceNode list => string.Join(", ", list.Items.Select(Name)),
        MappingNode mapping when mapping.Find("event") is { } word => Name(word),
        MappingNode mapping => string.Join(", ", mapping.Entries.Select(entry => entry.Value is ScalarNode value ? $"{entry.Key.Value}: {value.Value}" : $"{entry.Key.Value}: ...")),
        _ => "",
    };

    /// <summary>Each item left out, where there are others beside it.</summary>
    public static IEnumerable<Mutation> EachLeftOut(Site site, MutationKind kind, Node? node, Func<string, string> advice) =>
        node is SequenceNode { Items.Length: > 1 } list
            ? list.Items.Select(item => site.LeftOut(kind, item, Name(item), advice(Name(item))))
            : [];

    /// <summary>Each item left out; where there is one alone, the key with it.</summary>
    public static IEnumerable<Mutation> EachOrAllLeftOut(Site site, MutationKind kind, Node? node, Func<string, string> advice) => node switch
    {
        null => [],
        SequenceNode { Items.Length: > 1 } => EachLeftOut(site, kind, node, advice),
        _ => [site.LeftOut(kind, node, Name(node), advice(Name(node)))],
    };

    /// <summary>Each item after the one that follows it.</summary>
    public static IEnumerable<Mutation> Swapped(Site site, MutationKind kind, Node? node, Func<string, string, string> advice)
    {
        if (node is not SequenceNode list)
        {
            yield break;
        }

        for (var i = 0; i + 1 < list.Items.Length; i++)
        {
            var (first, second) = (list.Items[i], list.Items[i + 1]);
            yield return site.Replaced(
                kind,
                list,
                new SequenceNode(list.Place, list.Items.SetItem(i, second).SetItem(i + 1, first)),
                first.Place,
                $"{Name(first)}, {Name(second)}",
                $"{Name(second)}, {Name(first)}",
                advice(Name(first), Name(second)));
        }
    }

    /// <summary>The word after this one among those known, from the last to the first; null where there is no other.</summary>
    public static string? Next(string word, IReadOnlyList<string> known, IEnumerable<string> except)
    {
        var at = Math.Max(0, known.ToList().IndexOf(word));
        return known.Skip(at + 1).Concat(known.Take(at)).FirstOrDefault(other => other != word && !except.Contains(other));
    }
}
