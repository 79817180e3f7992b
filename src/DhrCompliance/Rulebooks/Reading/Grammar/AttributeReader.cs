using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads the attributes of an event.</summary>
internal sealed class AttributeReader(Desk desk)
{
    public ImmutableArray<AttributeType> ReadAll(Node list)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeType>();
        var names = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var entry in desk.Values.List(list, "attributes, each with its 'name:'"))
        {
            if (desk.Values.Mapping(entry, VocabularyForms.Attribute, "the attribute", "'name:' and 'type:'") is not { } fields)
            {
                continue;
            }

            var name = desk.Names.Declared(fields, "name");
            var type = desk.Values.Option<ValueKind>(fields.Value("type"), "type");
            var choices = ChoiceLists.Read(desk, fields, "of", type);
            var means = Meaning(fields.Value("means"), type, attributes);
            if (name is null)
            {
                continue;
            }

            if (!names.TryAdd(name.Value, name.Place))
            {
                desk.Names.Twice(name, "attribute", names[name.Value], Codes.DuplicateWord);
                continue;
            }

            if (type is null || (means is null && fields.Has("means")))
            {
                desk.Lexicon.Excuse(name.Value);
                desk.Known.Doubt();
                continue;
            }

            attributes.Add(new AttributeType { Name = name.Value, Type = type.Value, Choices = choices, Means = means ?? AttributeMeaning.None });
        }

        return attributes.ToImmutable();
    }

    private AttributeMeaning? Meaning(Node? node, ValueKind? type, IEnumerable<AttributeType> earlier)
    {
        if (desk.Values.Option(node, "meaning", AttributeMeaning.None) is not { } means)
        {
            return null;
        }

        if (earlier.Any(attribute => attribute.Means == means))
        {
            desk.Mistakes.Error(node!.Place, Codes.MeaningTwice, "two attributes of this event have the same meaning", hint: "Only one of them can have it.");
        }

        var wanted = means switch
        {
            AttributeMeaning.Rule => ValueKind.Rule,
            AttributeMeaning.Until or AttributeMeaning.ReviewBy or AttributeMeaning.Told => ValueKind.Date,
            AttributeMeaning.Reason or AttributeMeaning.Stage => ValueKind.Choice,
            _ => type,
        };
        if (type is not null && wanted != type)
        {
            desk.Mistakes.Error(node!.Place, Codes.MeaningDoesNotFit, $"what has this meaning is of type {Words.EnumWords<ValueKind>.Of(wanted!.Value)}");
        }

        return means;
    }
}
