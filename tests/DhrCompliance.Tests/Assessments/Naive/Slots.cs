using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>What is open in a case, each with everything it can be.</summary>
internal sealed class Slots
{
    /// <summary>Marks what happened to the partnership and not to the case.</summary>
    public const string OfPartnership = "partnership";

    private const int MostDays = 12;

    private const int MostSupposed = 6;

    private readonly Small _small;
    private readonly DateOnly _first;

    public Slots(Small small, Rule rule)
    {
        _small = small;
        _first = small.File.Events.Select(happened => happened.Date.HasEarliest ? happened.Date.Earliest : small.AsOf)
            .Append(small.AsOf).Append(small.File.KeptSince ?? small.AsOf).Min().AddDays(-4);
        foreach (var happened in small.File.Events)
        {
            Events.Add(Options(happened.Id, happened.Event, happened.Item, EachDay(Days(happened.Date)), happened.Attributes, Origin.Recorded));
        }

        foreach (var meeting in small.Chain(rule).Any(one => one is Timescale { Limit: NextEvent }) ? small.File.OfPartnership?.Events ?? [] : [])
        {
            Events.Add(Options(meeting.Id, meeting.Event, OfPartnership, EachDay(meeting.Date), meeting.Attributes, Origin.Recorded));
        }

        AddImplied();
        AddSupposed(rule);
        AddFacts();
    }

    /// <summary>For each event every form it can take; null: it did not happen.</summary>
    public List<IReadOnlyList<WorldEvent?>> Events { get; } = [];

    public List<IReadOnlyList<(string Item, string Fact, string Value)>> Facts { get; } = [];

    private DateInterval Days(DateInterval date)
    {
        var latest = date.HasLatest ? date.Latest : _small.AsOf; // what happened on a day nobody knows has happened by now
        if (!date.HasEarliest)
        {
            return new DateInterval(latest < _first ? latest : _first, latest);
        }

        return new DateInterval(date.Earliest, latest < date.Earliest ? date.Earliest : latest);
    }

    private static IReadOnlyList<DateOnly> EachDay(DateInterval days, int most = MostDays)
    {
        if (days.Width < most)
        {
            return [.. Enumerable.Range(0, days.Width + 1).Select(days.Earliest.AddDays)];
        }

        return [.. Enumerable.Range(0, most).Select(step => days.Earliest.AddDays(days.Width * step / (most - 1)))];
    }

    private IReadOnlyList<WorldEvent?> Options(
        string id, string word, string? item, IReadOnlyList<DateOnly> days, ImmutableDictionary<string, string> attributes, Origin origin)
    {
        IEnumerable<ImmutableDictionary<string, string>> each = [attributes];
        foreach (var type in _small.Kind(word).Attributes)
        {
            if (type.Type == ValueKind.Choice && !attributes.ContainsKey(type.Name))
            {
                each = [.. from known in each from choice in type.Choices select known.SetItem(type.Name, choice)];
            }
            else if (type.Type == ValueKind.Date && attributes.TryGetValue(type.Name, out var text)
                && PartialDate.TryParse(text, out var date, out _) && !date.IsDay)
            {
                each = [.. from known in each from day in EachDay(Days(date)) select known.SetItem(type.Name, DateInterval.On(day).ToString())];
            }
        }

        return [.. from day in days from known in each select new WorldEvent(id, word, item, day, known, origin)];
    }

    /// <summary>What a recorded (or implied) event supplies, where no recorded event of that kind can be what it means.</summary>
    private void AddImplied()
    {
        for (var added = true; added;)
        {
            added = false;
            foreach (var kind in _small.Rulebook.Vocabulary.Events)
            {
                foreach (var implication in kind.ImpliedBy.Where(implication => implication.Certain))
                {
                    added |= AddImplied(kind, implication);
                }
            }
        }
    }

    private bool AddImplied(EventKind kind, Implication implication)
    {
        var by = Events.Where(options => options.All(option => implication.By.Any(option!.Is))).ToList();
        var exists = Events.Any(options => options.Any(option => option!.Kind == kind.Name && Carries(option, implication)));
        if (by.Count == 0 || exists)
        {
            return false;
        }

        var latest = by.Min(options => options.Max(option => option!.Day));
        var days = EachDay(new DateInterval(latest < _first ? latest : _first, latest), MostSupposed);
        Events.Add(Options($"implied-{kind.Name}-{Events.Count}", kind.Name, null, days, implication.With, Origin.Implied));
        return true;
    }

    /// <summary>What is not recorded and may yet have happened before the register was kept: only what starts, meets or conditions the rule.</summary>
    private void AddSupposed(Rule rule)
    {
        var latest = _small.File.KeptSince is { } kept && kept <= _small.AsOf ? kept.AddDays(-1) : _small.AsOf;
        bool IsThere(EventPattern pattern, string? item) => Events.Exists(options =>
            options.Any(option => option is { Origin: not Origin.Supposed } && option.Item == item && option.Is(pattern)));
        foreach (var (pattern, item) in Main.Patterns(rule, _small, IsThere).ToList())
        {
            var kind = _small.Kind(pattern.Event);
            var recorded = Events.Where(options => options.Any(option => option is not null && option.Kind == kind.Name && option.Item == item)).ToList();
            if ((!kind.Repeats && recorded.Count > 0) || latest < _first)
            {
                continue;
            }

            var attributes = pattern.Where.ToImmutableDictionary(test => test.Attribute, test => test.OneOf[0]);
            Events.Add(
            [
                null,
                .. Options($"supposed-{pattern.Event}-{Events.Count}", pattern.Event, item, EachDay(new DateInterval(_first, latest), MostSupposed), attributes, Origin.Supposed),
            ]);
        }
    }

    private void AddFacts()
    {
        foreach (var fact in _small.Rulebook.Vocabulary.Facts)
        {
            foreach (var (item, known) in Owners(fact))
            {
                Facts.Add(Values(fact, known).Select(value => (item, fact.Name, value)).ToList());
            }
        }

        Facts.RemoveAll(options => options.Count == 0);
    }

    private IEnumerable<(string Item, ImmutableDictionary<string, string> Known)> Owners(FactType fact) => fact.Of is null
        ? [("", _small.File.Facts)]
        : _small.File.Items.Where(item => item.Kind == fact.Of).Select(item => (item.Id, item.Facts));

    private IEnumerable<string> Values(FactType fact, ImmutableDictionary<string, string> known)
    {
        if (!known.TryGetValue(fact.Name, out var value))
        {
            return fact.Type switch { ValueKind.YesNo => ["yes", "no"], ValueKind.Choice => fact.Choices, _ => [] };
        }

        return fact.Type == ValueKind.Date && PartialDate.TryParse(value, out var date, out _)
            ? EachDay(Days(date)).Select(day => DateInterval.On(day).ToString())
            : [value];
    }

    public static bool Carries(WorldEvent happened, Implication implication) =>
        implication.With.All(pair => happened.Attributes.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
