using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>An event of the case that divides its time: one that somebody's time runs towards, or a milestone.</summary>
internal sealed record HeldStep(int Earliest, int Latest, string? HeldBy)
{
    /// <summary>Known to the day.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>The case's own such events, the earliest first, those of one day in the vocabulary's order with a holder before one without.</summary>
    public static ImmutableArray<HeldStep> Of(CaseFile file, Vocabulary vocabulary, int end, string? awaited)
    {
        var titles = Titles.Of(vocabulary);
        var steps = new List<(HeldStep Step, int Rank)>();
        if (awaited is not null && titles.Event(awaited) is { } next)
        {
            steps.Add((new HeldStep(end, end, next.HeldBy), titles.Rank(awaited)));
        }

        foreach (var happened in file.Events)
        {
            if (happened.Item is not null || titles.Event(happened.Event) is not { } kind || (!kind.Milestone && kind.HeldBy is null))
            {
                continue;
            }

            var rank = titles.Rank(happened.Event);
            steps.Add((new HeldStep(happened.Date.Earliest.DayNumber, happened.Date.Latest.DayNumber, kind.HeldBy), rank));
            if (Told(happened, kind) is { } told)
            {
                steps.Add((new HeldStep(told.Earliest.DayNumber, told.Latest.DayNumber, kind.HeldBy), rank));
            }
        }

        return
        [
            .. steps.OrderBy(entry => entry.Step.Earliest).ThenBy(entry => entry.Step.HeldBy is null).ThenBy(entry => entry.Rank)
                .Select(entry => entry.Step),
        ];
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
