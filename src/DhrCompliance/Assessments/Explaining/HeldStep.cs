using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>An event of the case that divides its time: one that somebody's time runs towards, or a milestone.</summary>
/// <param name="Earliest">The number of the first day it may have been on.</param>
/// <param name="Latest">The number of the last.</param>
/// <param name="HeldBy">Whose time runs towards it; null: nobody's.</param>
/// <param name="Rank">Its place in the order in which a review usually goes.</param>
internal sealed record HeldStep(int Earliest, int Latest, string? HeldBy, int Rank)
{
    private static readonly Comparer<HeldStep> InTime = Comparer<HeldStep>.Create(static (one, other) =>
        one.Earliest != other.Earliest ? one.Earliest.CompareTo(other.Earliest)
        : one.HeldBy is null != other.HeldBy is null ? (one.HeldBy is null).CompareTo(other.HeldBy is null)
        : one.Rank.CompareTo(other.Rank));

    /// <summary>Known to the day.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>The case's own such events, the earliest first, those of one day in the vocabulary's order with a holder before one without.</summary>
    public static ImmutableArray<HeldStep> Of(CaseFile file, Vocabulary vocabulary)
    {
        var titles = Titles.Of(vocabulary);
        var steps = new List<HeldStep>();
        foreach (var happened in file.Events)
        {
            if (happened.Item is not null || titles.Event(happened.Event) is not { } kind || (!kind.Milestone && kind.HeldBy is null))
            {
                continue;
            }

            var rank = titles.Rank(happened.Event);
            steps.Add(new HeldStep(happened.Date.Earliest.DayNumber, happened.Date.Latest.DayNumber, kind.HeldBy, rank));
            if (Told(happened, kind) is { } told)
            {
                steps.Add(new HeldStep(told.Earliest.DayNumber, told.Latest.DayNumber, kind.HeldBy, rank));
            }
        }

        return [.. steps.Order(InTime)];
    }

    /// <summary>The steps with one more, an event that is awaited on a day; as they are where the vocabulary does not have it.</summary>
    public static ImmutableArray<HeldStep> With(ImmutableArray<HeldStep> steps, Vocabulary vocabulary, int day, string awaited)
    {
        var titles = Titles.Of(vocabulary);
        if (titles.Event(awaited) is not { } kind)
        {
            return steps;
        }

        var next = new HeldStep(day, day, kind.HeldBy, titles.Rank(awaited));
        var place = 0;
        while (place < steps.Length && InTime.Compare(steps[place], next) < 0)
        {
            place++;
        }

        return steps.Insert(place, next);
    }

    /// <summary>When the partnership learned of an event; null: no such day is recorded.</summary>
    public static DateInterval? Told(CaseEvent happened, EventKind kind) =>
        kind.Attributes.FirstOrDefault(attribute => attribute.Means == AttributeMeaning.Told) is { } attribute
            && happened.Attributes.TryGetValue(attribute.Name, out var text) && PartialDate.TryParse(text, out var date, out _) && date.Latest >= happened.Date.Earliest
                ? date
                : null;

    /// <summary>Whether this step, whose day is not known, may be what the time up to <paramref name="until"/> ran towards, in place of another's.</summary>
    public bool MayComeFirst(int until, HeldStep next) =>
        !IsDay && Latest >= until && Earliest <= next.Earliest && !string.Equals(HeldBy, next.HeldBy, StringComparison.Ordinal);
}
