using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Texts;

namespace DhrCompliance.Rulebooks.Reading.Trees;

/// <summary>A piece of a file: a text, a list or a mapping, with its place.</summary>
internal abstract class Node
{
    private protected Node(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>Every text that stands in it, keys and values.</summary>
    public static IEnumerable<string> Texts(Node node) => node switch
    {
        ScalarNode scalar => [scalar.Value],
        SequenceNode list => list.Items.SelectMany(Texts),
        MappingNode mapping => mapping.Entries.SelectMany(entry => Texts(entry.Value).Prepend(entry.Key.Value)),
        _ => [],
    };
}

/// <summary>A text. Quoted and plain are equal; <see cref="IsPlain"/> only serves to find what was cut off.</summary>
internal sealed class ScalarNode(Place place, string value, bool isPlain, Place end) : Node(place)
{
    public string Value { get; } = value;

    public bool IsPlain { get; } = isPlain;

    /// <summary>The character after its last.</summary>
    public Place End { get; } = end;

    /// <summary>Part of it, as a text of its own: the <c>b</c> of <c>a.b</c>.</summary>
    public ScalarNode Part(int start, int length)
    {
        var shift = IsPlain ? start : start + 1;
        return new(Place with { Column = Place.Column + shift }, Value.Substring(start, length), IsPlain, End);
    }
}

/// <summary>A list.</summary>
internal sealed class SequenceNode(Place place, ImmutableArray<Node> items) : Node(place)
{
    public ImmutableArray<Node> Items { get; } = items;
}

/// <summary>Keys with their values, each key once.</summary>
internal sealed class MappingNode(Place place, ImmutableArray<MappingEntry> entries) : Node(place)
{
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    public Node? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

/// <summary>A key with its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, Node Value);

/// <summary>What was refused and reported already; whoever meets it says nothing more.</summary>
internal sealed class RefusedNode(Place place) : Node(place);
