using System.Globalization;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>
/// Records in an example what makes a condition so, or not so, as near the border as it can: 16 for "at least 16", 15 for what is not.
/// What it makes is only tried: whether it came out as wished, the assessment says.
/// </summary>
internal static class Wished
{
    /// <param name="made">The case.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="so">Whether it is to be so.</param>
    /// <param name="day">The day on which events happen that it asks for.</param>
    /// <param name="itemKind">The item kind whose facts it asks about; null: the case's.</param>
    public static void Make(ExampleCase made, Condition condition, bool so, DateOnly day, string? itemKind = null)
    {
        switch (condition)
        {
            case AllOf all:
                Several(all.Parts, everyOne: so);
                break;
            case AnyOf any:
                Several(any.Parts, everyOne: !so);
                break;
            case NotSo not:
                Make(made, not.Inner, !so, day, itemKind);
                break;
            case Named named when made.Vocabulary.Conditions.FirstOrDefault(known => known.Name == named.Name) is { } known:
                Make(made, known.When, so, day, itemKind);
                break;
            case OverItems items:
                made.Item(items.ItemKind);
                Make(made, items.Body, so, day, items.ItemKind);
                break;
            case EventTest test when so != (test.Occurrence == Occurrence.NotHappened):
                Happen(made, test, day);
                break;
            case FactTest test when made.Vocabulary.Facts.FirstOrDefault(fact => fact.Name == test.Fact && (fact.Of is null || fact.Of == itemKind)) is { } type:
                if (Value(test, type, so) is { } value)
                {
                    made.Fact(type.Of, test.Fact, value);
                }

                break;
            default:
                break;
        }

        void Several(IEnumerable<Condition> parts, bool everyOne)
        {
            foreach (var part in everyOne ? parts : parts.Take(1))
            {
                Make(made, part, so, day, itemKind);
            }
        }
    }

    private static void Happen(ExampleCase made, EventTest test, DateOnly day)
    {
        made.Happen(test.Event, day);
        if (test.Occurrence == Occurrence.Concluded && made.Vocabulary.Events.FirstOrDefault(kind => kind.Ends == test.Event.Event) is { } ending)
        {
            made.Happen(new EventPattern { Event = ending.Name, Where = [.. test.Event.Where.Where(one => ending.Attributes.Any(own => own.Name == one.Attribute))] }, day.AddDays(1));
        }
    }

    private static string? Value(FactTest test, FactType type, bool so) => test.Comparison switch
    {
        Comparison.OneOf => so ? test.Values[0] : Another(test, type),
        Comparison.AtLeast => Number(so ? test.Number : test.Number - 1),
        Comparison.AtMost => Number(so ? test.Number : test.Number + 1),
        Comparison.MoreThan => Number(so ? test.Number + 1 : test.Number),
        Comparison.LessThan => Number(so ? test.Number - 1 : test.Number),
        Comparison.Before => ExampleCase.Text(so ? test.Date.Earliest.AddDays(-1) : test.Date.Latest),
        Comparison.OnOrAfter => ExampleCase.Text(so ? test.Date.Latest : test.Date.Earliest.AddDays(-1)),
        Comparison.Known => so ? Any(type) : null,
        _ => so ? null : Any(type),
    };

    private static string? Another(FactTest test, FactType type) => type.Type switch
    {
        ValueKind.YesNo => test.Values.Contains("no") ? "yes" : "no",
        ValueKind.Number => Number(test.Values.Select(value => decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0).Max() + 1),
        _ => type.Choices.FirstOrDefault(value => !test.Values.Contains(value)),
    };

    private static string Any(FactType type) => type.Type switch
    {
        ValueKind.YesNo => "yes",
        ValueKind.Number => "1",
        ValueKind.Date => "2025-01-31",
        ValueKind.Choice or ValueKind.Choices => type.Choices[0],
        _ => "so and so",
    };

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
