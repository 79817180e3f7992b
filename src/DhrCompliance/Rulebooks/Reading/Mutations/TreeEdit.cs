using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>A tree with one node changed; what is not on the way to it is shared with the old one.</summary>
internal static class TreeEdit
{
    /// <summary>The tree with the target replaced, or (null) left out of its list, or with its key of its mapping; the same tree where it is not in it.</summary>
    public static Node Apply(Node root, Node target, Node? replacement)
    {
        switch (root)
        {
            case SequenceNode list when list.Items.Contains(target) && replacement is null:
                return new SequenceNode(list.Place, list.Items.Remove(target));
            case SequenceNode list:
                var items = ImmutableArray.CreateRange(list.Items, item => Changed(item, target, replacement));
                return items.SequenceEqual(list.Items) ? list : new SequenceNode(list.Place, items);
            case MappingNode mapping when replacement is null && mapping.Entries.Any(entry => ReferenceEquals(entry.Value, target)):
                return new MappingNode(mapping.Place, mapping.Entries.RemoveAll(entry => ReferenceEquals(entry.Value, target)));
            case MappingNode mapping:
                var entries = ImmutableArray.CreateRange(mapping.Entries, entry => entry with { Value = Changed(entry.Value, target, replacement) });
                return entries.SequenceEqual(mapping.Entries) ? mapping : new MappingNode(mapping.Place, entries);
            default:
                return root;
        }
    }

    private static Node Changed(Node node, Node target, Node? replacement) =>
        replacement is not null && ReferenceEquals(node, target) ? replacement : Apply(node, target, replacement);
}
