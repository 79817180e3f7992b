using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>Conditions in a world where nothing is open, as of a day; or by what is recorded alone, without evidence of absence.</summary>
internal sealed class NaiveConditions(Small small, World world, DateOnly day, bool recordedOnly = false)
{
    public Answer Ask(Condition? condition, string? item) => condition switch
    {
        null => Answer.Yes,
        AllOf all => all.Parts.Select(part => Ask(part, item)).DefaultIfEmpty(Answer.Yes).Min(),
        AnyOf any => any.Parts.Select(part => Ask(part, item)).DefaultIfEmpty(Answer.No).Max(),
        NotSo not => Answer.Yes - (int)Ask(not.Inner, item),
        FactTest fact => AskFact(fact, item),
        EventTest test => AskEvent(test, item),
        OverItems over => AskItems(over),
        _ => throw new NotSupportedException(condition.ToString()),
    };

    private Answer AskFact(FactTest test, string? item)
    {
        var isOfItem = small.Rulebook.Vocabulary.Facts.Single(fact => fact.Name == test.Fact).Of is not null;
        var recorded = isOfItem
            ? small.File.Items.Single(owner => owner.Id == item).Facts.ContainsKey(test.Fact)
            : small.File.Facts.ContainsKey(test.Fact);
        if (test.Comparison is Comparison.Known or Comparison.Missing)
        {
            return recorded == (test.Comparison == Comparison.Known) ? Answer.Yes : Answer.No;
        }

        if ((recordedOnly && !recorded) || !world.Facts.TryGetValue((isOfItem ? item! : "", test.Fact), out var value))
        {
            return Answer.CannotTell;
        }

        return Compare(test, value) ? Answer.Yes : Answer.No;
    }

    private static bool Compare(FactTest test, string value) => test.Comparison switch
    {
        Comparison.OneOf => value.Split(';').Any(test.Values.Contains),
        Comparison.AtLeast => Number(value) >= test.Number,
        Comparison.AtMost => Number(value) <= test.Number,
        Comparison.MoreThan => Number(value) > test.Number,
        Comparison.LessThan => Number(value) < test.Number,
        _ => throw new NotSupportedException(test.Comparison.ToString()),
    };

    private static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    private Answer AskEvent(EventTest test, string? item)
    {
        var owner = small.Kind(test.Event.Event).Of is null ? null : item;
        var happened = world.Events.Any(one => one.Day <= day && one.Item == owner && one.Is(test.Event));
        if (recordedOnly && !happened)
        {
            return Answer.CannotTell;
        }

        return happened == (test.Occurrence == Occurrence.Happened) ? Answer.Yes : Answer.No;
    }

    private Answer AskItems(OverItems over)
    {
        var each = small.File.Items.Where(item => item.Kind == over.ItemKind).Select(item => Ask(over.Body, item.Id)).ToList();
        // That no item is recorded is no evidence that there is none.
        return over.Quantifier == Quantifier.Any
            ? each.DefaultIfEmpty(Answer.CannotTell).Max()
            : each.DefaultIfEmpty(Answer.CannotTell).Min();
    }
}

internal static class DateText
{
    public static DateOnly Day(string text) =>
        PartialDate.TryParse(text, out var date, out _) && date.IsDay ? date.Earliest : throw new FormatException(text);
}
