using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Whether values can be values of an attribute.</summary>
internal static class AttributeValues
{
    public static ImmutableArray<string> Check(Desk desk, AttributeType attribute, ImmutableArray<ScalarNode> values)
    {
        switch (attribute.Type)
        {
            case ValueKind.Choice or ValueKind.Choices:
                return desk.Known.Choices(values, attribute.Name, attribute.Choices);
            case ValueKind.Rule:
                foreach (var value in values)
                {
                    desk.RulesNamed.Add(value);
                }

                break;
            default:
                foreach (var value in values.Where(value => Wrong(attribute.Type, value.Value) is not null))
                {
                    desk.Mistakes.Error(value.Place, Codes.WrongType, $"{Wrong(attribute.Type, value.Value)}: '{attribute.Name}' is compared here with {Quote.Of(value.Value)}");
                }

                break;
        }

        return [.. values.Select(value => value.Value)];
    }

    private static string? Wrong(ValueKind type, string value) => type switch
    {
        ValueKind.YesNo => value is "yes" or "no" ? null : "expected yes or no",
        ValueKind.Number => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? null : "expected a number",
        ValueKind.Date => "a date is not compared with a value",
        _ => "free text is not compared",
    };
}
