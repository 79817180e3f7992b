using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>The dates of an instance of a rule itself: attributes of its event, facts of its item and attributes of the event that the item belongs to, or the ends of its period.</summary>
internal sealed class OwnDates(Desk desk, ForEach? forEach, bool isForEach)
{
    private static readonly string[] Periods = [Recurrence.FirstDay, Recurrence.LastDay];

    /// <summary>True where the rule is for each of something that is wrong: nothing is known of what stands with it.</summary>
    public bool IsUnknown => isForEach && forEach is null;

    /// <summary>The type of what the word names; null where it names nothing of the instance's own.</summary>
    public ValueKind? TypeOf(string word) => forEach switch
    {
        ForEachEvent each => Kind(each)?.Attributes.FirstOrDefault(attribute => attribute.Name == word)?.Type,
        ForEachItem each => desk.Known.FactOf(word, each.ItemKind)?.Type ?? Round(each)?.Attributes.FirstOrDefault(attribute => attribute.Name == word)?.Type,
        ForEachPeriod => Periods.Contains(word) ? ValueKind.Date : null,
        _ => null,
    };

    public IEnumerable<string> Names => forEach switch
    {
        ForEachEvent each => Dates(Kind(each)),
        ForEachItem each =>
        [
            .. desk.Known.FactsIn(each.ItemKind).Where(fact => desk.Known.FactOf(fact, each.ItemKind)?.Type == ValueKind.Date),
            .. Dates(Round(each)),
        ],
        ForEachPeriod => Periods,
        _ => [],
    };

    /// <summary>Whether the word is the fact that says which event the item belongs to: a clock may start on the day of that.</summary>
    public bool IsRound(string word) => forEach is ForEachItem each && desk.Known.FactOf(word, each.ItemKind)?.Counts is not null;

    private static IEnumerable<string> Dates(EventKind? kind) =>
        kind?.Attributes.Where(attribute => attribute.Type == ValueKind.Date).Select(attribute => attribute.Name) ?? [];

    private EventKind? Round(ForEachItem each) => desk.Known.FactsIn(each.ItemKind).Select(fact => desk.Known.FactOf(fact, each.ItemKind)?.Counts).OfType<string>()
        .Select(counted => desk.Known.Events.FirstOrDefault(kind => kind.Name == counted)).FirstOrDefault();

    private EventKind? Kind(ForEachEvent each) => desk.Known.Events.FirstOrDefault(kind => kind.Name == each.Event.Event);
}
