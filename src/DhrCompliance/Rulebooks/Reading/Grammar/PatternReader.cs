using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Events of one kind: a word alone, or <c>event:</c> with <c>where:</c> and <c>after:</c>; in a condition <c>since:</c>, too.</summary>
internal sealed class PatternReader(Desk desk)
{
    private const string Expected = "an event, or 'event:' with 'where:'";

    public EventPattern? Read(Node? node) => Read(node, EventForms.Pattern);

    /// <summary>Reads it as a condition asks it: as of a moment.</summary>
    public EventPattern? ReadOfMoment(Node? node) => Read(node, EventForms.PatternOfMoment);

    /// <summary>The patterns of a list, or the one in its place.</summary>
    public ImmutableArray<EventPattern> ReadAll(Node? node) =>
        [.. desk.Values.OneOrMore(node, Expected).Select(one => Read(one)).OfType<EventPattern>()];

    /// <summary>The keys <c>event</c>, <c>where</c> and <c>after</c> of a mapping.</summary>
    public EventPattern? Read(Fields fields)
    {
        var word = desk.Values.Scalar(fields.Value("event"), "one event");
        var kind = word is null ? null : desk.Known.Event(word);
        var where = fields.Value("where");
        var after = fields.Value("after") is { } node ? Read(node) : null;
        return kind is null ? null : new EventPattern { Event = kind.Name, Where = Where(where, kind), After = after };
    }

    private EventPattern? Read(Node? node, Form form)
    {
        if (node is ScalarNode)
        {
            return desk.Values.Scalar(node, Expected) is { } word && desk.Known.Event(word) is { } kind
                ? new EventPattern { Event = kind.Name }
                : null;
        }

        if (desk.Values.Mapping(node, form, "the event", Expected) is not { } fields)
        {
            return null;
        }

        var pattern = Read(fields);
        var since = form == EventForms.PatternOfMoment && fields.Value("since") is { } other ? Read(other) : null;
        return pattern is null ? null : pattern with { Since = since };
    }

    public ImmutableArray<AttributeTest> Where(Node? node, EventKind kind)
    {
        if (node is null || desk.Values.Mapping(node, EventForms.Attributes, "'where'", "attributes with their values") is null)
        {
            return [];
        }

        var tests = ImmutableArray.CreateBuilder<AttributeTest>();
        foreach (var (key, value) in ((MappingNode)node).Entries)
        {
            if (value is RefusedNode || desk.Known.Attribute(kind, key) is not { } attribute)
            {
                continue;
            }

            var values = desk.Values.Texts(value, "a value, or a list of values");
            tests.Add(new AttributeTest(attribute.Name, AttributeValues.Check(desk, attribute, values)));
        }

        return tests.ToImmutable();
    }
}
