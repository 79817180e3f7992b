using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>
/// A YAML file that is no rule file, read as strictly as those are: each key once, every value a text, nothing deeper than rules are, no anchors and no tags. What its keys
/// mean is for the caller to say.
/// </summary>
public static class PlainYaml
{
    /// <summary>The file's root; null where it is empty or cannot be read. Then, or where a part of it was refused, <paramref name="diagnostics"/> says why.</summary>
    public static PlainNode? Read(RuleFile file, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        var mistakes = new DiagnosticList();
        Node? root = null;
        if (SourceLoader.Load(file, mistakes, out var isRefused) is { } source && !isRefused)
        {
            TreeReader.TryRead(source, mistakes, out root);
        }

        diagnostics = mistakes.Ordered();
        return root is null ? null : Plain(root);
    }

    private static PlainNode Plain(Node node)
    {
        var (line, column) = (node.Place.Line, node.Place.Column);
        return node switch
        {
            ScalarNode scalar => new PlainNode(line, column) { Text = scalar.Value },
            SequenceNode list => new PlainNode(line, column) { IsList = true, Items = [.. list.Items.Select(Plain)] },
            MappingNode mapping => new PlainNode(line, column) { IsMapping = true, Entries = [.. mapping.Entries.Select(entry => new PlainEntry(entry.Key.Value, entry.Key.Place.Line, Plain(entry.Value)))] },
            _ => new PlainNode(line, column),
        };
    }
}

/// <summary>A piece of such a file: a text, a list or a mapping; none of them where it was refused.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character of the line, from 1.</param>
public sealed record PlainNode(int Line, int Column)
{
    /// <summary>The text; null where it is none.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>What a list holds.</summary>
    public ImmutableArray<PlainNode> Items { get; init; } = [];

    /// <summary>Whether it is a mapping.</summary>
    public bool IsMapping { get; init; }

    /// <summary>What a mapping holds, each key once.</summary>
    public ImmutableArray<PlainEntry> Entries { get; init; } = [];
}

/// <summary>A key of a mapping, its line, and what stands at it.</summary>
public sealed record PlainEntry(string Key, int Line, PlainNode Value);
