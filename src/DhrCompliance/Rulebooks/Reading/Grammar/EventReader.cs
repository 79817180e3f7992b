using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>An event with what can be read before all words are known. <paramref name="Counts"/> is false for one without a name, or whose name is taken.</summary>
internal sealed record EventHead(bool Counts, EventKind Kind);

/// <summary>Reads an event of the vocabulary.</summary>
internal sealed class EventReader(Desk desk, PatternReader patterns)
{
    private readonly AttributeReader _attributes = new(desk);
    private readonly ImplicationReader _implications = new(desk, patterns);

    public EventHead ReadHead(Fields fields)
    {
        var name = desk.Names.Declared(fields, "name");
        var title = desk.Prose.Line(fields.Value("title"), "what a person calls it");
        var was = desk.Former.Read(fields, WordKind.Event, name);
        var means = desk.Values.Option(fields.Value("means"), "meaning", EventMeaning.None);
        var of = desk.Values.Scalar(fields.Value("of"), "an item kind") is { } item ? desk.Lexicon.Resolve(WordKind.Item, item) : null;
        var attributes = fields.Value("attributes") is { } list ? _attributes.ReadAll(list) : [];
        var ends = desk.Values.Scalar(fields.Value("ends"), "the event that it ends");
        var counts = name is not null && desk.Names.Declare(WordKind.Event, name);
        var kind = new EventKind
        {
            Name = name?.Value ?? "",
            Was = was,
            Title = title ?? VocabularyReader.Spaced(name?.Value ?? ""),
            Means = means ?? EventMeaning.None,
            Of = of,
            Attributes = attributes,
            Ends = ends?.Value,
            Repeats = desk.Values.YesNo(fields.Value("repeats"), otherwise: false),
            Plannable = desk.Values.YesNo(fields.Value("plannable"), otherwise: false),
            Milestone = desk.Values.YesNo(fields.Value("milestone"), otherwise: false),
            Concerns = desk.Values.Concerns(fields),
        };
        if (counts && (means is null && fields.Has("means") || of is null && fields.Has("of")))
        {
            // Of an event whose own entry is wrong nothing more is said where it is used.
            desk.Known.Doubt();
        }
        else if (counts)
        {
            desk.Known.Add(kind);
        }

        return new EventHead(counts, kind);
    }

    public EventKind Finish(EventHead head, Fields fields)
    {
        var kind = head.Kind with
        {
            ExpectedOnWorkingDay = ExpectedOnWorkingDay(fields.Value("expected-on")),
            HeldBy = desk.Values.Scalar(fields.Value("held-by"), "a role") is { } role ? desk.Lexicon.Resolve(WordKind.Role, role) : null,
            NotAfter = fields.Value("not-after") is { } notAfter ? patterns.Read(notAfter) : null,
            ImpliedBy = fields.Value("implied-by") is { } impliedBy ? _implications.ReadAll(impliedBy, head.Kind) : [],
        };
        if (fields.Value("ends") is ScalarNode ends && desk.Known.Event(ends) is { } ended && (ended.Name == kind.Name || ended.Of != kind.Of))
        {
            desk.Mistakes.Error(ends.Place, Codes.Ends, ended.Name == kind.Name ? $"'{kind.Name}' cannot end itself" : $"'{ended.Name}' and '{kind.Name}' happen to different things");
        }

        return kind;
    }

    private bool ExpectedOnWorkingDay(Node? node)
    {
        if (desk.Values.Scalar(node, "working-day") is not { } text)
        {
            return false;
        }

        if (text.Value != "working-day")
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownOption, "kind of day", text, ["working-day"]);
        }

        return true;
    }
}
