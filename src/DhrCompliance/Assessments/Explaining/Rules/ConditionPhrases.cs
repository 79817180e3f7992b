using System.Globalization;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>A condition as a clause that follows "when" or "while".</summary>
internal sealed class ConditionPhrases(Phrases phrases)
{
    public string Of(Condition condition) => condition switch
    {
        AllOf all => Several(all.Parts, "and"),
        AnyOf any => $"either {Several(any.Parts, "or")}",
        NotSo not => $"it is not so that {Of(not.Inner)}",
        Named named => Title(named.Name),
        FactTest fact => Fact(fact),
        OverItems items => $"for {(items.Quantifier == Quantifier.Any ? "at least one" : "every")} {phrases.Item(items.ItemKind)}, {Of(items.Body)}",
        EventTest test => $"{phrases.Event(test.Event)} {Happened(test.Occurrence)}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "This form of condition has no words."),
    };

    private static string Happened(Occurrence occurrence) => occurrence switch
    {
        Occurrence.Happened => "has happened",
        Occurrence.NotHappened => "has not happened",
        _ => "has happened and has been brought to its end each time",
    };

    private string Several(IReadOnlyCollection<Condition> parts, string last) =>
        string.Join(parts.Count > 1 ? $", {last} " : string.Empty, parts.Select(part => part is AllOf { Parts.Length: > 1 } && last == "or" ? $"both {Of(part)}" : Of(part)));

    /// <summary>A condition with a name is called by its title, and then said in full.</summary>
    private string Title(string name)
    {
        var named = phrases.Rulebook.Vocabulary.Conditions.FirstOrDefault(condition => condition.Name == name);
        return named is null ? English.Plain(name) : $"“{named.Title}” is so (that is, {Of(named.When)})";
    }

    private string Fact(FactTest test)
    {
        var answer = $"the answer to {phrases.Question(test.Fact)}";
        var number = test.Number.ToString(CultureInfo.InvariantCulture);
        return test.Comparison switch
        {
            Comparison.Known => $"{answer} is recorded",
            Comparison.Missing => $"{answer} is not recorded",
            Comparison.AtLeast => $"{answer} is at least {number}",
            Comparison.AtMost => $"{answer} is at most {number}",
            Comparison.MoreThan => $"{answer} is more than {number}",
            Comparison.LessThan => $"{answer} is less than {number}",
            Comparison.Before => $"{answer} is before {DateWords.Day(test.Date.Earliest)}",
            Comparison.OnOrAfter => $"{answer} is on or after {DateWords.Day(test.Date.Earliest)}",
            _ => $"{answer} is {English.List([.. test.Values.Select(phrases.Choice)], "or")}",
        };
    }
}
