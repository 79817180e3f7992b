using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads a fact of the vocabulary.</summary>
internal sealed class FactReader(Desk desk)
{
    public FactType? Read(Fields fields)
    {
        var name = desk.Names.Declared(fields, "name");
        var item = fields.Value("of");
        var of = desk.Values.Scalar(item, "an item kind") is { } word ? desk.Lexicon.Resolve(WordKind.Item, word) : null;
        var was = desk.Former.Read(fields, WordKind.Fact, name, of);
        var question = desk.Prose.Line(fields.Value("question"), "the question whose answer the fact is");
        var type = desk.Values.Option(fields.Value("type"), "type", ValueKind.Rule);
        var choices = ChoiceLists.Read(desk, fields, "choices", type);
        var isSensitive = desk.Values.YesNo(fields.Value("sensitive"), otherwise: false);
        var counts = Counts(fields, of, type);
        var concerns = desk.Values.Concerns(fields);
        if (name is null)
        {
            return null;
        }

        var fact = new FactType
        {
            Name = name.Value,
            Was = was,
            Of = of,
            Question = question ?? "",
            Type = type ?? default,
            Choices = choices,
            Sensitive = isSensitive,
            Counts = counts,
            Concerns = concerns,
        };

        // Of a fact whose own entry is wrong nothing more is said where it is used.
        if (type is null || (item is not null && of is null))
        {
            desk.Lexicon.Excuse(name.Value);
            return null;
        }

        // The same word may be a fact of two item kinds: each is meant where its items are spoken of.
        desk.Lexicon.Declare(WordKind.Fact, name.Value, name.Place, out var earlier);
        if (!desk.Known.Add(fact))
        {
            desk.Names.Twice(name, WordKind.Fact.Noun, earlier, Codes.DuplicateWord);
            return null;
        }

        return fact;
    }

    /// <summary>The event of the case that a number of an item counts.</summary>
    private string? Counts(Fields fields, string? of, ValueKind? type)
    {
        if (fields.Value("counts") is not { } node || desk.Values.Scalar(node, "an event") is not { } word || desk.Lexicon.Resolve(WordKind.Event, word) is not { } name)
        {
            return null;
        }

        var isOfItem = desk.Known.Events.Any(kind => kind.Name == name && kind.Of is not null);
        if ((type is not null && type != ValueKind.Number) || (of is null && !fields.Has("of")) || isOfItem)
        {
            desk.Mistakes.Error(
                node.Place,
                Codes.MeaningDoesNotFit,
                isOfItem ? $"'{name}' happens to an item; what is counted happens to the case" : "what counts events is a number of an item",
                hint: isOfItem ? null : "Give the fact 'type: number' and, under 'of:', the item kind that belongs to one of those events.");
        }

        return name;
    }
}
