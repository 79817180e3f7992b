using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads the documents that a pack's rules are made from.</summary>
internal sealed class SourceReader(Desk desk)
{
    public ImmutableDictionary<string, Source> ReadAll(Node? node, out IReadOnlyDictionary<string, Place> places)
    {
        var found = new Dictionary<string, Place>(StringComparer.Ordinal);
        var sources = ImmutableDictionary.CreateBuilder<string, Source>(StringComparer.Ordinal);
        places = found;
        if (node is null || desk.Values.Mapping(node, PackForms.Sources, "'sources'", "the name of each source, with its 'title:' indented below it") is null)
        {
            return sources.ToImmutable();
        }

        foreach (var (key, value) in ((MappingNode)node).Entries)
        {
            found[key.Value] = key.Place;
            if (desk.Values.Mapping(value, PackForms.Source, $"source {Quote.Of(key.Value)}", "'title:' and what else a source has") is { } fields)
            {
                sources[key.Value] = Read(fields);
            }
        }

        return sources.ToImmutable();
    }

    private Source Read(Fields fields)
    {
        var source = new Source
        {
            Title = desk.Prose.Line(fields.Value("title"), "the document's title") ?? "",
            Publisher = Line(fields, "publisher", "who published it"),
            File = Line(fields, "file", "the file that holds it"),
            Reports = Line(fields, "reports", "what other document it reports"),
        };
        return source;
    }

    private string? Line(Fields fields, string key, string expected) =>
        fields.Value(key) is { } node ? desk.Prose.Line(node, expected) : null;
}
