using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads <c>implied-by</c>: what could not have happened before the event that declares it.</summary>
internal sealed class ImplicationReader(Desk desk, PatternReader patterns)
{
    public ImmutableArray<Implication> ReadAll(Node list, EventKind declaring) =>
    [
        .. desk.Values.List(list, "events, each with a dash")
            .Select(entry => entry is ScalarNode word ? Of(word, declaring) : Read(entry, declaring))
            .OfType<Implication>(),
    ];

    private Implication? Of(ScalarNode word, EventKind declaring) =>
        Pattern(word, null, declaring) is { } pattern ? new Implication { By = [pattern] } : null;

    private Implication? Read(Node entry, EventKind declaring)
    {
        if (desk.Values.Mapping(entry, EventForms.Implication, "'implied-by'", "'event:', with 'where:', 'with:', 'certain:' or 'each:'") is not { } fields)
        {
            return null;
        }

        var events = desk.Values.Texts(fields.Value("event"), "an event, or a list of events");
        var where = fields.Value("where");
        ImmutableArray<EventPattern> by = [.. events.Select(word => Pattern(word, where, declaring)).OfType<EventPattern>()];
        var with = fields.Value("with") is { } node ? With(node, declaring) : ImmutableDictionary<string, string>.Empty;
        var isCertain = desk.Values.YesNo(fields.Value("certain"), otherwise: true);
        var isEach = desk.Values.YesNo(fields.Value("each"), otherwise: false);
        if (isEach && !declaring.Repeats)
        {
            desk.Mistakes.Error(
                fields.KeyPlace("each"), Codes.EachWithoutRepeats, $"'{declaring.Name}' does not repeat, so that there is not one for each", hint: "Write 'repeats: yes' in its entry, or delete 'each:'.");
        }

        return new Implication { By = by, With = with, Certain = isCertain, Each = isEach };
    }

    private EventPattern? Pattern(ScalarNode word, Node? where, EventKind declaring)
    {
        if (desk.Known.Event(word) is not { } kind)
        {
            return null;
        }

        if (declaring.Of is { } item && kind.Of != item)
        {
            desk.Mistakes.Error(word.Place, Codes.EventElsewhere, $"'{kind.Name}' is no event of {Quote.Article(item)}, so that it cannot say which one '{declaring.Name}' happened to");
        }

        return new EventPattern { Event = kind.Name, Where = patterns.Where(where, kind) };
    }

    private ImmutableDictionary<string, string> With(Node node, EventKind declaring)
    {
        if (desk.Values.Mapping(node, EventForms.Carried, "'with'", "attributes with their values") is null)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var with = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in ((MappingNode)node).Entries)
        {
            if (value is not RefusedNode && desk.Known.Attribute(declaring, key) is { } attribute && desk.Values.Scalar(value, "one value") is { } text)
            {
                AttributeValues.Check(desk, attribute, [text]);
                with[attribute.Name] = text.Value;
            }
        }

        return with.ToImmutable();
    }
}
