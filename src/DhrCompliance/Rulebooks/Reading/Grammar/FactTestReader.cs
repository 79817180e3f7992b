using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>A fact with what it is compared with: values, or words such as <c>at least 16</c>.</summary>
internal sealed class FactTestReader(Desk desk)
{
    private static readonly ImmutableArray<(string Words, Comparison Comparison)> OfNumbers =
    [
        ("at least ", Comparison.AtLeast),
        ("at most ", Comparison.AtMost),
        ("more than ", Comparison.MoreThan),
        ("less than ", Comparison.LessThan),
    ];

    private static readonly ImmutableArray<(string Words, Comparison Comparison)> OfDates =
    [
        ("before ", Comparison.Before),
        ("on or after ", Comparison.OnOrAfter),
    ];

    public FactTest? Read(FactType fact, Node value)
    {
        var values = desk.Values.Texts(value, "a value, or a list of values");
        if (values.IsEmpty)
        {
            return null;
        }

        if (values is [{ Value: "known" or "missing" } word])
        {
            return new FactTest { Fact = fact.Name, Comparison = word.Value == "known" ? Comparison.Known : Comparison.Missing };
        }

        if (values is [var one] && Compared(fact, one) is { } compared)
        {
            return compared.Test;
        }

        foreach (var wrong in values)
        {
            if (Wrong(fact.Type, wrong.Value) is { } expected)
            {
                desk.Mistakes.Error(wrong.Place, Codes.WrongType, $"expected {expected} for '{fact.Name}', found {Quote.Of(wrong.Value)}");
            }
        }

        return new FactTest
        {
            Fact = fact.Name,
            Comparison = Comparison.OneOf,
            Values = fact.Type is ValueKind.Choice or ValueKind.Choices
                ? desk.Known.Choices(values, fact.Name, fact.Choices)
                : [.. values.Select(text => text.Value)],
        };
    }

    /// <summary>A comparison with a number or a date; no pair where the text is none.</summary>
    private (bool Found, FactTest? Test)? Compared(FactType fact, ScalarNode text)
    {
        foreach (var (words, comparison) in OfNumbers)
        {
            if (text.Value.StartsWith(words, StringComparison.Ordinal))
            {
                if (!Fits(fact, ValueKind.Number, text, words))
                {
                    return (true, null);
                }

                var rest = text.Value[words.Length..].Trim();
                if (TryNumber(rest, out var number))
                {
                    return (true, new FactTest { Fact = fact.Name, Comparison = comparison, Number = number });
                }

                desk.Mistakes.Error(text.Place, Codes.WrongType, $"expected a number after '{words.Trim()}', found {Quote.Of(rest)}");
                return (true, null);
            }
        }

        foreach (var (words, comparison) in OfDates)
        {
            if (text.Value.StartsWith(words, StringComparison.Ordinal))
            {
                return (true, Fits(fact, ValueKind.Date, text, words) && desk.Values.Date(text.Part(words.Length, text.Value.Length - words.Length)) is { } date
                    ? new FactTest { Fact = fact.Name, Comparison = comparison, Date = date }
                    : null);
            }
        }

        return null;
    }

    private bool Fits(FactType fact, ValueKind kind, ScalarNode text, string words)
    {
        if (fact.Type == kind)
        {
            return true;
        }

        desk.Mistakes.Error(
            text.Place,
            Codes.Comparison,
            $"'{words.Trim()}' compares {(kind == ValueKind.Number ? "numbers" : "dates")}, and '{fact.Name}' is of type {EnumWords<ValueKind>.Of(fact.Type)}");
        return false;
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>What is expected in place of a value that is none of the type; null where it is one.</summary>
    private static string? Wrong(ValueKind type, string value) => type switch
    {
        ValueKind.YesNo => value is "yes" or "no" ? null : "yes or no",
        ValueKind.Number => TryNumber(value, out _) ? null : "a number, or words such as 'at least 16'",
        ValueKind.Date => "'before' or 'on or after' and a date, or 'known' or 'missing'",
        ValueKind.Text or ValueKind.Rule => "'known' or 'missing', as free text is not compared",
        _ => null,
    };
}
