using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Facts and attributes with their values, as a register would hold them.</summary>
internal sealed class ScenarioValues(Desk desk)
{
    public ImmutableDictionary<string, string> Facts(Node node, string? itemKind) =>
        All(node, "facts with their values", key => desk.Known.Fact(key, itemKind) is { } fact && fact.Of == itemKind ? (fact.Type, fact.Choices) : Elsewhere(key, itemKind));

    public ImmutableDictionary<string, string> Attributes(Node node, EventKind kind) =>
        All(node, "attributes with their values", key => desk.Known.Attribute(kind, key) is { } attribute ? (attribute.Type, attribute.Choices) : null);

    /// <summary>A fact of the case that stands with an item; what is not known at all was reported.</summary>
    private (ValueKind, ImmutableArray<string>)? Elsewhere(ScalarNode key, string? itemKind)
    {
        if (itemKind is not null && desk.Known.IsFact(key.Value) && desk.Known.FactOf(key.Value, itemKind) is null && desk.Known.FactsIn(null).Contains(key.Value))
        {
            desk.Mistakes.Error(key.Place, Codes.FactElsewhere, $"'{key.Value}' is a fact of the case, and stands here with {Quote.Article(itemKind)}", hint: "Put it under 'facts:' of the case.");
        }

        return null;
    }

    private ImmutableDictionary<string, string> All(Node node, string expected, Func<ScalarNode, (ValueKind Type, ImmutableArray<string> Choices)?> typeOf)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (node is not MappingNode mapping)
        {
            desk.Values.WrongShape(node, expected);
            return values.ToImmutable();
        }

        foreach (var (key, value) in mapping.Entries)
        {
            if (value is not RefusedNode && typeOf(key) is { } type && Text(key, value, type.Type, type.Choices) is { } text)
            {
                values[key.Value] = text;
            }
        }

        return values.ToImmutable();
    }

    private string? Text(ScalarNode key, Node node, ValueKind type, ImmutableArray<string> choices)
    {
        if (type == ValueKind.Choices)
        {
            return string.Join(';', desk.Known.Choices(desk.Values.Texts(node, "a value, or a list of values"), key.Value, choices));
        }

        if (desk.Values.Scalar(node, "a value") is not { } value)
        {
            return null;
        }

        if (type == ValueKind.Choice)
        {
            return desk.Known.Choices([value], key.Value, choices)[0];
        }

        if (type == ValueKind.Rule && !desk.RuleIds.Contains(value.Value) && !desk.Lexicon.IsExcused(value.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownRule, "rule", value, desk.RuleIds.Where(id => id.Length > 0));
        }
        else if (Expected(type, value.Value) is { } expected)
        {
            desk.Mistakes.Error(value.Place, Codes.WrongType, $"expected {expected} for '{key.Value}', found {Quote.Of(value.Value)}");
        }

        return value.Value;
    }

    /// <summary>What is expected in place of a value that is none of the type; null where it is one.</summary>
    private static string? Expected(ValueKind type, string value) => type switch
    {
        ValueKind.YesNo => value is "yes" or "no" ? null : "yes or no",
        ValueKind.Number => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? null : "a number",
        ValueKind.Date => PartialDate.TryParse(value, out _, out var expected) ? null : expected,
        _ => null,
    };
}
