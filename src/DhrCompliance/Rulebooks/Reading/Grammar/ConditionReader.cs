using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Conditions: a named one as a bare word, or keys that must all hold.</summary>
internal sealed class ConditionReader(Desk desk, PatternReader patterns)
{
    private const string Expected = "a condition: the name of one, or facts with their values";

    private readonly FactTestReader _facts = new(desk);

    /// <summary>Reads a condition in the scope of an item kind, or (null) of the case.</summary>
    public Condition? Read(Node? node, string? itemKind)
    {
        switch (node)
        {
            case null or RefusedNode:
                return null;
            case ScalarNode:
                return desk.Values.Scalar(node, Expected) is { } name ? ReadName(name) : null;
            case MappingNode { Entries.IsEmpty: false } mapping:
                return ReadKeys(mapping, itemKind);
            default:
                desk.Values.WrongShape(node, node is SequenceNode ? "'all:' or 'any:' with this list below it" : Expected);
                return null;
        }
    }

    private Named? ReadName(ScalarNode name)
    {
        if (desk.Known.IsFact(name.Value) && !desk.Lexicon.Knows(WordKind.Condition, name.Value))
        {
            desk.Mistakes.Error(name.Place, Codes.UnknownCondition, $"'{name.Value}' is a fact, and has no value here", hint: $"Write its value beside it: '{name.Value}: yes'.");
            return null;
        }

        return desk.Lexicon.Resolve(WordKind.Condition, name) is { } known ? new Named(known) : null;
    }

    private Condition? ReadKeys(MappingNode mapping, string? itemKind)
    {
        var over = mapping.Entries.FirstOrDefault(IsQuantifier);
        if (over is null)
        {
            return Together([.. mapping.Entries.Select(entry => ReadKey(entry, itemKind))]);
        }

        var kind = desk.Values.Scalar(over.Value, "an item kind") is { } word ? desk.Lexicon.Resolve(WordKind.Item, word) : null;
        var body = mapping.Entries.Remove(over);
        if (body.IsEmpty)
        {
            desk.Mistakes.Error(over.Key.Place, Codes.MissingKey, $"'{over.Key.Value}' says which items, and nothing says what must be so of them", hint: "Put the facts of the item beside it, or 'has:' with an event of it.");
            return null;
        }

        if (kind is null || itemKind is not null)
        {
            if (itemKind is not null)
            {
                desk.Mistakes.Error(over.Key.Place, Codes.FactElsewhere, $"items within {Quote.Article(itemKind)} are not known", hint: "Put it beside, not below, the other.");
            }

            return null;
        }

        var quantifier = over.Key.Value is "every-of" or "every" ? Quantifier.Every : Quantifier.Any;
        return Together([.. body.Select(entry => ReadKey(entry, kind))]) is { } condition ? new OverItems(quantifier, kind, condition) : null;
    }

    private static bool IsQuantifier(MappingEntry entry) =>
        entry.Key.Value is "any-of" or "every-of" or "every" || (entry.Key.Value == "any" && entry.Value is ScalarNode);

    private Condition? ReadKey(MappingEntry entry, string? itemKind)
    {
        var (key, value) = entry;
        if (value is RefusedNode)
        {
            return null;
        }

        switch (key.Value)
        {
            case "all":
                return Parts(value, itemKind) is { } all ? new AllOf(all) : null;
            case "any":
                return Parts(value, itemKind) is { } any ? new AnyOf(any) : null;
            case "not":
                return Read(value, itemKind) is { } inner ? new NotSo(inner) : null;
            case "happened" or "not-happened" or "concluded":
                return ReadOccurrence(key, value, itemKind);
            case "has":
                return ReadHas(key, value, itemKind);
            case "any-of" or "every-of" or "every":
                desk.Mistakes.Error(key.Place, Codes.KeyAlone, $"'{key.Value}' stands beside another of its kind", hint: "Put each into 'all:' as an item of its own.");
                return null;
        }

        if (!desk.Known.IsFact(key.Value))
        {
            ReportUnknown(key);
            return null;
        }

        return desk.Known.Fact(key, itemKind) is { } fact ? _facts.Read(fact, value) : null;
    }

    private void ReportUnknown(ScalarNode key)
    {
        if (LaterKeys.Explain(key.Value) is { } later)
        {
            desk.Mistakes.Error(key.Place, Codes.NotYetUnderstood, $"'{key.Value}' is not yet understood", hint: later);
            return;
        }

        if (desk.Lexicon.Knows(WordKind.Event, key.Value))
        {
            desk.Mistakes.Error(
                key.Place, Codes.UnknownFact, $"'{key.Value}' is an event; a fact is wanted here", hint: $"Whether it happened is asked so: 'happened: {key.Value}'.");
            return;
        }

        desk.Lexicon.Unknown(WordKind.Fact, key, [.. ConditionForms.Keys.Names, .. desk.Known.FactNames]);
    }

    private ImmutableArray<Condition>? Parts(Node value, string? itemKind)
    {
        ImmutableArray<Condition?> parts = [.. desk.Values.List(value, "conditions").Select(part => Read(part, itemKind))];
        return parts.IsEmpty || parts.Contains(null) ? null : [.. parts.OfType<Condition>()];
    }

    private static Condition? Together(ImmutableArray<Condition?> parts) => parts switch
    {
        _ when parts.Contains(null) => null,
        [var one] => one,
        _ => new AllOf([.. parts.OfType<Condition>()]),
    };

    private EventTest? ReadOccurrence(ScalarNode key, Node value, string? itemKind)
    {
        var occurrence = key.Value switch
        {
            "happened" => Occurrence.Happened,
            "not-happened" => Occurrence.NotHappened,
            _ => Occurrence.Concluded,
        };
        if ((occurrence == Occurrence.Concluded ? patterns.Read(value) : patterns.ReadOfMoment(value)) is not { } pattern)
        {
            return null;
        }

        // Of which of several items is not said, and one that is not recorded for any would still be asked for.
        if (desk.Known.Events.FirstOrDefault(kind => kind.Name == pattern.Event)?.Of is { } owner && owner != itemKind)
        {
            desk.Mistakes.Error(
                value.Place,
                Codes.EventElsewhere,
                $"'{pattern.Event}' happens to {Quote.Article(owner)}, and is asked for here of {(itemKind is null ? "the case" : Quote.Article(itemKind))}",
                hint: $"Ask which of them: 'any-of: {owner}' or 'every-of: {owner}', with 'has: {pattern.Event}' beside it.");
            return null;
        }

        if (occurrence == Occurrence.Concluded && desk.Known.Events.All(kind => kind.Ends != pattern.Event))
        {
            desk.Mistakes.Error(value.Place, Codes.Ends, $"nothing ends '{pattern.Event}', so that it is never concluded", hint: "Say of the event that ends it, in the vocabulary: 'ends:'.");
            return null;
        }

        return new EventTest(pattern, occurrence);
    }

    private EventTest? ReadHas(ScalarNode key, Node value, string? itemKind)
    {
        if (itemKind is null)
        {
            desk.Mistakes.Error(key.Place, Codes.KeyAlone, "'has' asks for an event of an item, and no item kind stands beside it", hint: "Put 'every: ITEM-KIND' beside it; for an event of the case write 'happened:'.");
            return null;
        }

        if (patterns.ReadOfMoment(value) is not { } pattern)
        {
            return null;
        }

        if (desk.Known.Events.FirstOrDefault(kind => kind.Name == pattern.Event)?.Of != itemKind)
        {
            desk.Mistakes.Error(value.Place, Codes.EventElsewhere, $"'{pattern.Event}' is no event of {Quote.Article(itemKind)}", hint: "For an event of the case write 'happened:'.");
            return null;
        }

        return new EventTest(pattern, Occurrence.Happened);
    }
}
