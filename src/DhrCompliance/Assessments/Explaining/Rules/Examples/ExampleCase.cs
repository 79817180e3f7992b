using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>A small made-up case, filled event by event and fact by fact, with at most one item of each kind.</summary>
internal sealed class ExampleCase(Rulebook rulebook)
{
    private const string Name = "EXAMPLE";

    private readonly List<CaseEvent> _events = [];
    private readonly SortedDictionary<(string Item, string Fact), string> _facts = [];
    private readonly SortedSet<string> _items = new(StringComparer.Ordinal);

    public Vocabulary Vocabulary => rulebook.Vocabulary;

    /// <summary>What is recorded, each as it is told in a sentence.</summary>
    public IEnumerable<string> Told(Phrases phrases) =>
    [
        .. _events.OrderBy(happened => happened.Date.Earliest).Select(happened => $"{phrases.Event(AsPattern(happened))} {DateWords.When(happened.Date)}"),
        .. _facts.Select(fact => $"{phrases.Choice(Shown(fact.Value))} as the answer to {phrases.Question(fact.Key.Fact)}"),
    ];

    public bool Has(string kind) => _events.Any(happened => happened.Event == kind);

    public DateOnly? First => _events.Count == 0 ? null : _events.Min(happened => happened.Date.Earliest);

    /// <summary>Records an event that matches, and before it the one it comes after.</summary>
    public void Happen(EventPattern pattern, DateOnly day)
    {
        if (pattern.After is { } earlier)
        {
            Happen(earlier, day.AddDays(-7));
        }

        var of = Vocabulary.Events.FirstOrDefault(kind => kind.Name == pattern.Event)?.Of;
        _events.Add(new CaseEvent
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{Name}-{_events.Count + 1}"),
            Event = pattern.Event,
            Item = of is null ? null : Item(of),
            Date = DateInterval.On(day),
            Attributes = pattern.Where.ToImmutableDictionary(test => test.Attribute, test => test.OneOf[0]),
        });
    }

    /// <summary>Records the beginning, before which nothing of a review can have happened unrecorded.</summary>
    public void Begin(DateOnly day)
    {
        if (Vocabulary.Events.FirstOrDefault(kind => kind.Means == EventMeaning.Beginning) is { } beginning && !Has(beginning.Name))
        {
            Happen(new EventPattern { Event = beginning.Name }, First is { } first && first < day ? first : day);
        }
    }

    /// <summary>Records a date with the latest event of a kind, or with a new one of that day.</summary>
    public void Attribute(string kind, string attribute, DateOnly date, DateOnly day)
    {
        if (!Has(kind))
        {
            Happen(new EventPattern { Event = kind }, day);
        }

        var at = _events.FindLastIndex(happened => happened.Event == kind);
        _events[at] = _events[at] with { Attributes = _events[at].Attributes.SetItem(attribute, Text(date)) };
    }

    /// <summary>The item of a kind; where items of the kind belong to one of several events, it is of the first.</summary>
    public string Item(string kind)
    {
        _items.Add(kind);
        if (Round(kind) is { } round)
        {
            _facts.TryAdd((kind, round.Name), "1");
        }

        return IdOf(kind);
    }

    /// <summary>The number that says to which event an item of the kind belongs; null: it belongs to none.</summary>
    public FactType? Round(string kind) => Vocabulary.Facts.FirstOrDefault(fact => fact.Of == kind && fact.Counts is not null);

    /// <summary>Whether the word is a fact of items of the kind.</summary>
    public bool IsFact(string kind, string name) => Vocabulary.Facts.Any(fact => fact.Of == kind && fact.Name == name);

    /// <summary>Whether it matters which of several events was the first, so that none may have gone unrecorded.</summary>
    public bool HasRounds => _items.Any(kind => Round(kind) is not null);

    public void Fact(string? itemKind, string fact, string value)
    {
        if (itemKind is not null)
        {
            Item(itemKind);
        }

        _facts[(itemKind ?? string.Empty, fact)] = value;
    }

    public CaseFile File(SubjectKind kind, Pack pack, DateOnly keptSince) => new()
    {
        Reference = Name,
        Kind = kind,
        Partnership = Name,
        Jurisdiction = pack.Governs is { Jurisdiction: [var first, ..] } ? first : rulebook.Calendars.Keys.Order(StringComparer.Ordinal).FirstOrDefault() ?? Name,
        KeptSince = keptSince,
        Adopted = pack.Governs is { Adopted: true } ? [new Adoption(pack.Id, keptSince, null)] : [],
        Events = [.. _events],
        Facts = Facts(string.Empty),
        Items = [.. _items.Select(item => new CaseItem { Id = IdOf(item), Kind = item, Facts = Facts(item) })],
    };

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string IdOf(string kind) => $"{Name}-{kind}";

    private ImmutableDictionary<string, string> Facts(string item) =>
        _facts.Where(fact => fact.Key.Item == item).ToImmutableDictionary(fact => fact.Key.Fact, fact => fact.Value);

    private static EventPattern AsPattern(CaseEvent happened) => new()
    {
        Event = happened.Event,
        Where = [.. happened.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new AttributeTest(pair.Key, [Shown(pair.Value)]))],
    };

    private static string Shown(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateWords.Day(date) : value;
}
