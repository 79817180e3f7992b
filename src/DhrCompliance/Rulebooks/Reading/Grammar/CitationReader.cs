using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads the passages that a rule rests on.</summary>
internal sealed class CitationReader(Desk desk, IEnumerable<string> sources)
{
    private readonly HashSet<string> _sources = new(sources, StringComparer.Ordinal);
    private readonly HashSet<string> _cited = new(StringComparer.Ordinal);

    /// <summary>The sources cited so far.</summary>
    public IReadOnlySet<string> Cited => _cited;

    public ImmutableArray<Citation> ReadAll(Node? list) => list is null
        ? []
        :
        [
            .. desk.Values.List(list, "citations, each with its 'source:'")
                .Select(entry => desk.Values.Mapping(entry, PackForms.Citation, "the citation", "'source:', 'at:' and 'quote:'"))
                .OfType<Fields>()
                .Select(Read),
        ];

    private Citation Read(Fields fields)
    {
        var source = desk.Values.Scalar(fields.Value("source"), "a source of this pack, or another pack");
        if (source is not null)
        {
            Find(source);
        }

        var citation = new Citation
        {
            Source = source?.Value ?? "",
            At = fields.Value("at") is { } at ? desk.Prose.Line(at, "where in the source") : null,
            Quote = fields.Value("quote") is { } quote ? desk.Prose.Text(quote, "the words of the source") : null,
        };
        return citation;
    }

    private void Find(ScalarNode source)
    {
        if (_sources.Contains(source.Value))
        {
            _cited.Add(source.Value);
        }
        else if (!desk.Lexicon.Knows(WordKind.Pack, source.Value) && !desk.Lexicon.IsExcused(source.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownSource, "source", source, [.. _sources, .. desk.Lexicon.Words(WordKind.Pack)]);
        }
    }
}
