using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Assessments.Judging;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Binding;

/// <summary>A case file bound to the slots of one compiled rulebook: what it says as arrays, with what it implies worked out. Immutable once bound; for that rulebook only.</summary>
public sealed class BoundCase
{
    internal BoundCase(CaseFile file, BoundEvent[][] events, BoundFact[] facts, BoundItem[] items, BoundPause[] pauses, DateOnly[] notBefore, List<Contradiction> contradictions, HolidayCalendar calendar)
    {
        Calendar = calendar;
        All = InOrder(events);
        Odd = Array.FindAll(All, happened => Oddities.MayBe(happened, events[happened.Kind.Slot]));
        File = file;
        Events = events;
        Facts = facts;
        Items = items;
        Pauses = pauses;
        NotBefore = notBefore;
        Contradictions = contradictions;
    }

    /// <summary>The case file.</summary>
    public CaseFile File { get; }

    /// <summary>By event slot, each kind's in order of date.</summary>
    internal BoundEvent[][] Events { get; }

    /// <summary>The holidays of its jurisdiction.</summary>
    internal HolidayCalendar Calendar { get; }

    /// <summary>All of them, in the order of the slots.</summary>
    internal BoundEvent[] All { get; }

    /// <summary>Those that may be odd by themselves.</summary>
    internal BoundEvent[] Odd { get; }

    /// <summary>Events whose next one sets a date, the partnership's own among them.</summary>
    internal BoundEvent[] Meetings { get; init; } = [];

    internal BoundFact[] Facts { get; }

    internal BoundItem[] Items { get; }

    internal BoundPause[] Pauses { get; }

    /// <summary>By event slot: the first day on which one that is not recorded could have happened.</summary>
    internal DateOnly[] NotBefore { get; }

    internal List<Contradiction> Contradictions { get; }

    private static BoundEvent[] InOrder(BoundEvent[][] events)
    {
        var all = new BoundEvent[events.Sum(kind => kind.Length)];
        var next = 0;
        foreach (var kind in events)
        {
            kind.CopyTo(all, next);
            next += kind.Length;
        }

        return all;
    }

    internal ReadOnlySpan<BoundEvent> Of(EventShape kind) => Events[kind.Slot];

    /// <summary>
    /// The days on which an event that is neither recorded nor implied could still have happened, by
    /// <paramref name="day"/> and not before <paramref name="from"/>; null when it certainly did not: absence counts
    /// from the day the register is kept.
    /// </summary>
    internal DateInterval? Unrecorded(EventShape kind, DateOnly from, DateOnly day)
    {
        if (!kind.Kind.Repeats && kind.ItemKind < 0 && Events[kind.Slot].Length > 0)
        {
            // It happens once, and that once is on record on another day.
            return null;
        }

        var earliest = NotBefore[kind.Slot] > from ? NotBefore[kind.Slot] : from;
        var latest = File.KeptSince is { } kept && kept <= day ? (kept == DateOnly.MinValue ? kept : kept.AddDays(-1)) : day;
        return latest < earliest || File.KeptSince == DateOnly.MinValue ? null : new DateInterval(earliest, latest);
    }
}

/// <summary>A fact's value; <see cref="Text"/> null when it is not known.</summary>
internal readonly record struct BoundFact(string? Text, decimal Number, DateInterval Date);

/// <summary>An item by slot.</summary>
internal sealed record BoundItem(string Id, int Kind, BoundFact[] Facts);

/// <summary>A recorded pause. <paramref name="End"/> null: no end is recorded.</summary>
internal sealed record BoundPause(BoundEvent Start, BoundEvent? End, string? Reason);

/// <summary>Two events recorded in an order that cannot be.</summary>
internal readonly record struct Contradiction(BoundEvent Later, BoundEvent Earlier);
