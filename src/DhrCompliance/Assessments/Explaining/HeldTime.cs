using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>
/// Whose time it was: each day put down to the role that the vocabulary says holds the time until the next event, paused days to the
/// pause's reason, and the rest to nobody. An inference from dates, to be labelled as one: it says where the time went, not whose fault it is.
/// </summary>
public sealed record HeldTime
{
    private HeldTime()
    {
    }

    /// <summary>The days, counted from the first (inclusive) to the last (exclusive).</summary>
    public required int Total { get; init; }

    /// <summary>Who held how many of them, roles before pauses, each in alphabetical order. Days nobody is said to have held are not here.</summary>
    public required ImmutableArray<HeldPart> Parts { get; init; }

    /// <summary>The same days as stretches in order of time; days put down to nobody are not here, and two stretches that touch have different holders.</summary>
    public required ImmutableArray<HeldSpan> Spans { get; init; }

    /// <summary>The days that are put down to nobody: the parts and these sum to the whole.</summary>
    public int Unexplained => Total - Parts.Sum(part => part.Days);

    /// <summary>
    /// Puts down the days between two dates. Null where an end is not known to the day, or the second is before the first.
    /// A day is put down to somebody only where the dates known in part leave no doubt who it was.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="vocabulary">Says whose time runs until an event.</param>
    /// <param name="from">The first day (inclusive).</param>
    /// <param name="until">The last day (exclusive).</param>
    /// <param name="awaited">The event that was still awaited at the end, if one was: its holder held the time after the last event.</param>
    public static HeldTime? Of(CaseFile file, Vocabulary vocabulary, DateInterval from, DateInterval until, string? awaited = null) =>
        Of(CaseTime.Of(file, vocabulary), from, until, awaited);

    /// <summary>
    /// As the other, from the start of a row's clock until it was met, or until the day assessed while it is not. Null where the clock
    /// has not started, the row has ended otherwise, or it cannot be told.
    /// </summary>
    public static HeldTime? Of(CaseTime time, TimescaleResult row, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(row);
        if (row.Started is not { } started)
        {
            return null;
        }

        if (row.MetOn is { } met)
        {
            return Of(time, started, met, awaited: null);
        }

        return row.State is TimescaleState.Running or TimescaleState.DueSoon or TimescaleState.Overdue
            or TimescaleState.Outstanding or TimescaleState.Paused
            ? Of(time, started, DateInterval.On(asOf), Awaited(row.Rule.MetBy, time.File))
            : null;
    }

    private static HeldTime? Of(CaseTime time, DateInterval from, DateInterval until, string? awaited)
    {
        if (from == default || until == default || !from.IsDay || !until.IsDay || until.Earliest < from.Earliest)
        {
            return null;
        }

        var (start, end) = (from.Earliest.DayNumber, until.Earliest.DayNumber);
        var steps = awaited is null ? time.Steps : HeldStep.With(time.Steps, time.Vocabulary, end, awaited);
        var parts = new List<HeldPart>();
        var spans = new List<HeldSpan>();
        var day = start;
        foreach (var next in Breaks(start, end, steps, time.Pauses))
        {
            if (Holder(day, next, steps, time.Pauses) is { } holder)
            {
                Add(parts, new HeldPart(holder.Who, holder.Pause, next - day));
                Add(spans, new HeldSpan(holder.Who, holder.Pause, DateOnly.FromDayNumber(day), DateOnly.FromDayNumber(next)));
            }

            day = next;
        }

        parts.Sort(static (a, b) => a.IsPause != b.IsPause ? a.IsPause.CompareTo(b.IsPause) : string.CompareOrdinal(a.Who, b.Who));
        return new HeldTime { Total = end - start, Parts = [.. parts], Spans = [.. spans] };
    }

    private static void Add(List<HeldPart> parts, HeldPart next)
    {
        for (var place = 0; place < parts.Count; place++)
        {
            if (parts[place] is var same && same.IsPause == next.IsPause && string.Equals(same.Who, next.Who, StringComparison.Ordinal))
            {
                parts[place] = same with { Days = same.Days + next.Days };
                return;
            }
        }

        parts.Add(next);
    }

    private static void Add(List<HeldSpan> spans, HeldSpan next)
    {
        if (spans is [.., var last] && last.Until == next.From && last.IsPause == next.IsPause && string.Equals(last.Who, next.Who, StringComparison.Ordinal))
        {
            spans[^1] = last with { Until = next.Until };
            return;
        }

        spans.Add(next);
    }

    private static string? Awaited(Fulfilment fulfilment, CaseFile file) => fulfilment switch
    {
        MetByEvent one => one.Event.Event,
        MetByAll all => all.Events
            .FirstOrDefault(pattern => !file.Events.Any(happened => string.Equals(happened.Event, pattern.Event, StringComparison.Ordinal)))
            ?.Event,
        MetByAny { Events: [var first, ..] } => first.Event,
        _ => null,
    };

    /// <summary>The days at which the holder can change, in order, the last day included: between two of them nothing does.</summary>
    private static List<int> Breaks(int start, int end, ImmutableArray<HeldStep> steps, ImmutableArray<RecordedPause> pauses)
    {
        var breaks = new List<int>(steps.Length + 1);
        foreach (var step in steps)
        {
            Add(step.Earliest);
            Add(step.Latest);
        }

        foreach (var pause in pauses)
        {
            foreach (var day in pause.Days())
            {
                Add(day);
            }
        }

        if (end > start)
        {
            breaks.Add(end);
        }

        breaks.Sort();
        return breaks;

        void Add(int day)
        {
            if (start < day && day < end && !breaks.Contains(day))
            {
                breaks.Add(day);
            }
        }
    }

    private static (bool Pause, string Who)? Holder(int from, int until, ImmutableArray<HeldStep> steps, ImmutableArray<RecordedPause> pauses)
    {
        var maybePaused = false;
        foreach (var pause in pauses)
        {
            if (pause.Covers(from, until))
            {
                return (true, pause.Reason);
            }

            maybePaused |= pause.MayTouch(from, until);
        }

        if (maybePaused || Next(until, steps) is not { HeldBy: { } holder } next)
        {
            return null;
        }

        foreach (var step in steps)
        {
            if (step.MayComeFirst(until, next))
            {
                return null;
            }
        }

        return (false, holder);
    }

    private static HeldStep? Next(int until, ImmutableArray<HeldStep> steps)
    {
        foreach (var step in steps)
        {
            if (step.IsDay && step.Earliest >= until)
            {
                return step;
            }
        }

        return null;
    }
}

/// <summary>Days put down to a role, or to a pause.</summary>
/// <param name="Who">The role's word, or the pause's reason.</param>
/// <param name="IsPause">True: <paramref name="Who"/> is the reason of a pause.</param>
/// <param name="Days">How many.</param>
public sealed record HeldPart(string Who, bool IsPause, int Days);

/// <summary>A stretch of days put down to a role, or to a pause.</summary>
/// <param name="Who">The role's word, or the pause's reason.</param>
/// <param name="IsPause">True: <paramref name="Who"/> is the reason of a pause.</param>
/// <param name="From">The first day (inclusive).</param>
/// <param name="Until">The last day (exclusive).</param>
public sealed record HeldSpan(string Who, bool IsPause, DateOnly From, DateOnly Until);
