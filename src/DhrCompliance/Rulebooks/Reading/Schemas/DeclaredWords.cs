using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>A word with what a person calls it.</summary>
internal sealed record DeclaredWord(string Name, string Says);

/// <summary>A word that takes values, with those that can be listed.</summary>
internal sealed record ValuedWord(string Name, string Says, ImmutableArray<string> Values);

/// <summary>The words of a rulebook by the lists that forms speak of; each word once.</summary>
internal sealed class DeclaredWords(Rulebook rulebook)
{
    private readonly Vocabulary _vocabulary = rulebook.Vocabulary;

    public IEnumerable<DeclaredWord> Of(WordList list) => (list switch
    {
        WordList.Events => Events,
        WordList.Dates => Events.Concat(Dates),
        WordList.Items => _vocabulary.Items.Select(item => new DeclaredWord(item.Name, item.Title)),
        WordList.Roles => _vocabulary.Roles.Select(role => new DeclaredWord(role.Name, role.Title)),
        WordList.Conditions => _vocabulary.Conditions.Select(condition => new DeclaredWord(condition.Name, condition.Title)),
        WordList.Paths => rulebook.Paths.Select(path => new DeclaredWord(path.Id, path.Title)),
        WordList.Steps => rulebook.Paths.SelectMany(path => path.Steps.Select(step => new DeclaredWord(step.Id, $"a step of: {path.Title}"))),
        WordList.Packs => Packs,
        WordList.Sources => rulebook.Packs.SelectMany(pack => pack.Sources.OrderBy(source => source.Key, StringComparer.Ordinal))
            .Select(source => new DeclaredWord(source.Key, source.Value.Title)).Concat(Packs),
        WordList.Series => rulebook.Packs.Where(pack => pack.Series is not null).Select(pack => new DeclaredWord(pack.Series!, $"the series of: {pack.Title}")),
        WordList.Rules => Rules.Select(rule => new DeclaredWord(rule.Id, rule.Title)).Concat(Rules.Select(rule => new DeclaredWord(rule.FullName, rule.Title))),
        WordList.PauseReasons => Choices(EventMeaning.PauseStart, AttributeMeaning.Reason),
        WordList.Stages => Choices(EventMeaning.Signing, AttributeMeaning.Stage),
        WordList.Signers => Choices(EventMeaning.Signing, AttributeMeaning.AgreedBy),
        WordList.Jurisdictions => rulebook.Calendars.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new DeclaredWord(pair.Key, $"the calendar: {pair.Value.Name}")),
        _ => throw new InvalidOperationException($"{list} are not words alone."),
    }).DistinctBy(word => word.Name);

    /// <summary>Words that take values: of one name with the values of all.</summary>
    public IEnumerable<ValuedWord> Valued(WordList list) => (list switch
    {
        WordList.FactTests => _vocabulary.Facts.Select(fact => new ValuedWord(fact.Name, $"{fact.Question} {Compared(fact.Type)}", [.. Listed(fact.Type, fact.Choices), "known", "missing"])),
        WordList.FactValues => _vocabulary.Facts.Select(fact => new ValuedWord(fact.Name, fact.Question, Listed(fact.Type, fact.Choices))),
        _ => _vocabulary.Events.SelectMany(kind => kind.Attributes.Select(attribute => new ValuedWord(attribute.Name, $"of: {kind.Title}", Listed(attribute.Type, attribute.Choices)))),
    }).GroupBy(word => word.Name, StringComparer.Ordinal).Select(same => new ValuedWord(
        same.Key, string.Join(" · ", same.Select(word => word.Says).Distinct()), [.. same.SelectMany(word => word.Values).Distinct()]));

    private IEnumerable<DeclaredWord> Events => _vocabulary.Events.Select(kind => new DeclaredWord(kind.Name, kind.Title));

    private IEnumerable<DeclaredWord> Packs => rulebook.Packs.Select(pack => new DeclaredWord(pack.Id, pack.Title));

    private IEnumerable<Rule> Rules => rulebook.Packs.SelectMany(pack => pack.Rules);

    /// <summary>Dates that events carry and items have: alone where a rule is for each of these, and with the event before them.</summary>
    private IEnumerable<DeclaredWord> Dates
    {
        get
        {
            var ofEvents = _vocabulary.Events.SelectMany(kind => kind.Attributes.Where(attribute => attribute.Type == ValueKind.Date).Select(attribute => (Kind: kind, attribute.Name))).ToList();
            return
            [
                .. ofEvents.Select(date => new DeclaredWord(date.Name, $"a date of the instance's own event: {date.Kind.Title}")),
                .. _vocabulary.Facts.Where(fact => fact is { Type: ValueKind.Date, Of: not null }).Select(fact => new DeclaredWord(fact.Name, $"a date of the instance's own item: {fact.Question}")),
                .. _vocabulary.Facts.Where(fact => fact.Counts is not null).Select(fact => new DeclaredWord(fact.Name, $"the day of the event that the instance's own item belongs to: {fact.Question}")),
                .. ofEvents.Select(date => new DeclaredWord($"{date.Kind.Name}.{date.Name}", $"a date of: {date.Kind.Title}")),
            ];
        }
    }

    private IEnumerable<DeclaredWord> Choices(EventMeaning meaning, AttributeMeaning means) => _vocabulary.Events.Where(kind => kind.Means == meaning)
        .SelectMany(kind => kind.Attributes.Where(attribute => attribute.Means == means).SelectMany(attribute => attribute.Choices.Select(choice => new DeclaredWord(choice, $"of: {kind.Title}"))));

    private static ImmutableArray<string> Listed(ValueKind type, ImmutableArray<string> choices) => type == ValueKind.YesNo ? ["yes", "no"] : choices;

    private static string Compared(ValueKind type) => type switch
    {
        ValueKind.Number => "A number: 'at least 16', 'at most', 'more than', 'less than'.",
        ValueKind.Date => "A date: 'before 2016-12-01', 'on or after 2016-12'.",
        ValueKind.Choice or ValueKind.Choices => "One of its choices, or a list: any of these.",
        ValueKind.YesNo => "yes or no.",
        _ => "Free text: known or missing.",
    };
}
