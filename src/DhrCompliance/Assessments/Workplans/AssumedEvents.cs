using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>
/// Events as they are taken to happen when a duty is met: what meets it asks for, and of every choice it leaves open the first that the
/// vocabulary names. A partnership is taken to learn of an event on its day.
/// </summary>
internal sealed class AssumedEvents(Vocabulary vocabulary)
{
    private const string Prefix = "assumed-";

    private readonly Dictionary<string, EventKind> _kinds = vocabulary.Events.DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static bool IsAssumed(CaseEvent happened) => happened.Id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What would meet the duty for this item, beside what is there already. Empty: nothing that can be taken to happen.</summary>
    public ImmutableArray<CaseEvent> Meeting(Timescale rule, string? item, CaseFile file, DateOnly day)
    {
        var patterns = Patterns.Meeting(rule).Where(pattern => MayHappen(pattern, item, file));
        var wanted = rule.MetBy is MetByAll ? patterns.Where(pattern => !file.Events.Any(happened => Patterns.Matches(pattern, happened))) : patterns.Take(1);
        return [.. wanted.Select((pattern, at) => Make(pattern, item, file.Events.Length + at, day))];
    }

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

    // An event of an item needs the item; what happens once has happened where it is recorded.
    private bool MayHappen(EventPattern pattern, string? item, CaseFile file) => _kinds.TryGetValue(pattern.Event, out var kind)
        && (kind.Of is null || item is not null)
        && (kind.Repeats || kind.Of is not null || !file.Events.Any(happened => happened.Event == kind.Name));

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
            Id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number + 1}"),
            Event = kind.Name,
            Item = kind.Of is null ? null : item,
            Date = DateInterval.On(day),
            Attributes = attributes,
        };
    }
}
