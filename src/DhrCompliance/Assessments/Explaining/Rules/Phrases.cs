using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>Events, dates and roles of rules as they are called in the middle of a sentence.</summary>
internal sealed class Phrases(Rulebook rulebook)
{
    private readonly Titles _titles = Titles.Of(rulebook.Vocabulary);

    public Rulebook Rulebook => rulebook;

    /// <summary><c>the decision whether to hold a review (outcome “review”)</c>.</summary>
    public string Event(EventPattern pattern)
    {
        var tests = pattern.Where.Select(test => $"{English.Plain(test.Attribute)} {Values(pattern.Event, test)}").ToList();
        var noun = Event(pattern.Event) + (tests.Count == 0 ? string.Empty : $" ({English.List(tests)})");
        noun = pattern.After is { } earlier ? $"{noun} that comes after {Event(earlier)}" : noun;
        return pattern.Since is { } last ? $"{noun} (since the last time that this happened before: {Event(last)})" : noun;
    }

    public string Event(string word) => English.Within(_titles.Noun(word));

    /// <summary>One of a kind, as in "each person who died".</summary>
    public static string OneOf(string title)
    {
        var within = English.Within(title);
        string[] articles = ["the ", "an ", "a "];
        return articles.FirstOrDefault(article => within.StartsWith(article, StringComparison.Ordinal)) is { } found ? within[found.Length..] : within;
    }

    public string Item(string kind) => OneOf(_titles.Who(kind));

    public string Who(string role) => English.Within(_titles.Who(role));

    public string Roles(IEnumerable<string> roles, string? owner) =>
        English.List([.. roles.Select(role => Owner(role, owner)).Distinct(StringComparer.Ordinal)]);

    /// <summary>A fact's question.</summary>
    public string Question(string fact) => $"“{_titles.Question(fact)}”";

    public string Choice(string value) => $"“{_titles.Who(value)}”";

    /// <summary>In order of preference.</summary>
    public static string Preferred(IEnumerable<string> parts) => string.Join(", or, where that is not recorded, ", parts);

    /// <summary>A date of the instance itself.</summary>
    public string OwnDate(string name, ForEach? forEach) => forEach switch
    {
        ForEachPeriod => $"the {English.Plain(name)} of the period",
        ForEachItem { ItemKind: var kind } when Round(kind) is { Counts: { } counted } round && !IsDate(kind, name) =>
            name == round.Name ? $"the day of that {OneOf(Event(counted))} to which it belongs" : $"the date recorded as “{English.Plain(name)}” with that {OneOf(Event(counted))} to which it belongs",
        ForEachItem => $"the date that answers {Question(name)}",
        _ => $"the date recorded with it as “{English.Plain(name)}”",
    };

    private FactType? Round(string kind) => rulebook.Vocabulary.Facts.FirstOrDefault(fact => fact.Of == kind && fact.Counts is not null);

    private bool IsDate(string kind, string name) => rulebook.Vocabulary.Facts.Any(fact => fact.Of == kind && fact.Name == name && fact.Counts is null);

    public string SetDate(DateSource source, ForEach? forEach) => source.Event is { } kind
        ? $"the date recorded as “{English.Plain(source.Name)}” with the latest of these: {Event(kind)}"
        : OwnDate(source.Name, forEach);

    public static string Length(Period period) => English.Period(PeriodText.Of(period));

    /// <summary>The rules that a rule names, by their titles.</summary>
    public string Named(Rule rule, string name) => English.List(
        [.. RuleReferences.Resolve(rulebook.Packs, rule.Pack, name).GroupBy(other => other.Title, StringComparer.Ordinal)
            .Select(same => $"“{same.Key}” of {English.List([.. same.Select(other => $"“{PackTitle(other.Pack)}”")], "or")}")],
        "or");

    /// <summary>A rule by its title and its pack's.</summary>
    public string Titled(Rule rule) => $"“{rule.Title}” of “{PackTitle(rule.Pack)}”";

    public string PackTitle(string id) => PackOf(id)?.Title ?? English.Plain(id);

    public Pack? PackOf(string id) => rulebook.Packs.FirstOrDefault(pack => string.Equals(pack.Id, id, StringComparison.Ordinal));

    private string Owner(string role, string? owner) =>
        role != "owner" || rulebook.Vocabulary.Roles.Any(known => known.Name == role) ? Who(role)
        : owner is not null ? Who(owner) : "whoever has the duty";

    private string Values(string kind, AttributeTest test)
    {
        var isRule = _titles.Event(kind)?.Attributes.Any(attribute => attribute.Name == test.Attribute && attribute.Type == ValueKind.Rule) is true;
        return English.List([.. test.OneOf.Select(value => isRule ? Rule(value) : Choice(value))], "or");
    }

    private string Rule(string name) =>
        RuleReferences.Resolve(rulebook.Packs, string.Empty, name) is [var rule, ..] ? $"“{rule.Title}”" : Choice(name);
}
