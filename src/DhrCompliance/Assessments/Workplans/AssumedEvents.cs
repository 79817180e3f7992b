using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>
/// Events as they are taken to happen when a duty is met: what meets it asks for, and of every choice it leaves open the first that the
/// vocabulary names; and before it what it implies. A partnership is taken to learn of an event on its day.
/// </summary>
internal sealed class AssumedEvents(Vocabulary vocabulary)
{
    private const string Prefix = "assumed-";

    private readonly Dictionary<string, EventKind> _kinds = vocabulary.Events.DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static bool IsAssumed(CaseEvent happened) => happened.Id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>
    /// What would meet the duty for this item, beside what is there already; each after what cannot have happened later than it and is not
    /// recorded. Empty: nothing that can be taken to happen.
    /// </summary>
    public ImmutableArray<CaseEvent> Meeting(Timescale rule, string? item, CaseFile file, DateOnly day)
    {
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        foreach (var pattern in Wanted(rule, item, file))
        {
            Add(pattern, item, file, day, events);
        }

        return events.DrainToImmutable();
    }

    /// <summary>What is supposed to happen, as the plan takes such an event to come; after what cannot have happened later than it and is not recorded.</summary>
    public ImmutableArray<CaseEvent> Happening(SupposedEvent supposed, CaseFile file)
    {
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        Add(new EventPattern { Event = supposed.Event }, null, file, supposed.Day, events);
        return events.DrainToImmutable();
    }

    /// <summary>The events that are not recorded and without which what meets the duty cannot happen.</summary>
    public ImmutableArray<EventPattern> Needed(Timescale rule, string? item, CaseFile file) =>
        [.. Wanted(rule, item, file).SelectMany(pattern => Before(Make(pattern, item, 0, DateOnly.MinValue), file, []))];

    /// <summary>The attributes that a pattern asks for; of several values the vocabulary's first.</summary>
    public ImmutableSortedDictionary<string, string> Asked(EventPattern pattern)
    {
        var types = _kinds.GetValueOrDefault(pattern.Event)?.Attributes ?? [];
        return pattern.Where.ToImmutableSortedDictionary(
            test => test.Attribute,
            test => types.FirstOrDefault(type => type.Name == test.Attribute)?.Choices.FirstOrDefault(test.OneOf.Contains) ?? test.OneOf[0],
            StringComparer.Ordinal);
    }

    /// <summary>The attributes that the event is taken to come with where this is asked for; without those that only the day decides.</summary>
    public ImmutableSortedDictionary<string, string> Taken(EventPattern pattern)
    {
        var attributes = Asked(pattern);
        foreach (var type in _kinds.GetValueOrDefault(pattern.Event)?.Attributes ?? [])
        {
            attributes = type is { Type: ValueKind.Choice, Choices: [var first, ..] } && !attributes.ContainsKey(type.Name) ? attributes.Add(type.Name, first) : attributes;
        }

        return attributes;
    }

    private IEnumerable<EventPattern> Wanted(Timescale rule, string? item, CaseFile file)
    {
        var patterns = Patterns.Meeting(rule).Where(pattern => MayHappen(pattern, item, file));
        return rule.MetBy is MetByAll ? patterns.Where(pattern => !file.Events.Any(happened => Patterns.Matches(pattern, happened))) : patterns.Take(1);
    }

    private void Add(EventPattern pattern, string? item, CaseFile file, DateOnly day, ImmutableArray<CaseEvent>.Builder events)
    {
        var wanted = Make(pattern, item, 0, day);
        foreach (var earlier in Before(wanted, file, events))
        {
            Add(earlier, item, file, day, events);
        }

        events.Add(wanted with { Id = Id(file.Events.Length + events.Count) });
    }

    /// <summary>What the vocabulary says an event implies, where nothing recorded or already taken to happen can be that.</summary>
    private IEnumerable<EventPattern> Before(CaseEvent happened, CaseFile file, IEnumerable<CaseEvent> taken) =>
        from kind in _kinds.Values
        where kind.Name != happened.Event
        let implied = kind.ImpliedBy.FirstOrDefault(one => one.Certain && one.By.Any(because => Patterns.Matches(because, happened)))
        where implied is not null
        let pattern = new EventPattern { Event = kind.Name, Where = [.. implied.With.Select(pair => new AttributeTest(pair.Key, [pair.Value]))] }
        where MayHappen(pattern, happened.Item, file)
            && !file.Events.Concat(taken).Any(other => other.Event == kind.Name && (kind.Of is null || other.Item == happened.Item) && !Patterns.Differs(pattern, other.Attributes))
        select pattern;

    // An event of an item needs the item; what happens once has happened where it is recorded.
    private bool MayHappen(EventPattern pattern, string? item, CaseFile file) => _kinds.TryGetValue(pattern.Event, out var kind)
        && (kind.Of is null || item is not null)
        && (kind.Repeats || kind.Of is not null || !file.Events.Any(happened => happened.Event == kind.Name));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number + 1}");

    private CaseEvent Make(EventPattern pattern, string? item, int number, DateOnly day)
    {
        var kind = _kinds[pattern.Event];
        var attributes = Taken(pattern).ToImmutableDictionary(StringComparer.Ordinal);
        foreach (var type in kind.Attributes.Where(type => type is { Type: ValueKind.Date, Means: AttributeMeaning.Told } && !attributes.ContainsKey(type.Name)))
        {
            attributes = attributes.Add(type.Name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return new CaseEvent
        {
            Id = Id(number),
            Event = kind.Name,
            Item = kind.Of is null ? null : item,
            Date = DateInterval.On(day),
            Attributes = attributes,
        };
    }
}
