using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>A sweep that is to be made now.</summary>
public enum DueSweep
{
    /// <summary>None.</summary>
    None,

    /// <summary>One of what changed, and of what has its day.</summary>
    OfChanges,

    /// <summary>One of every case.</summary>
    OfAll,
}

/// <summary>
/// When to sweep, by fact: whether a moment at which one was due lies after the last one that finished. So it does not matter which
/// tick was missed, came twice or came late, for how long nothing ran, or where the clock was moved to.
/// </summary>
public sealed class Timetable(SweepSchedule changes, SweepSchedule all)
{
    /// <summary>Which sweep is due.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="lastDay">The day of the last finished sweep; null: there was none.</param>
    /// <param name="lastAt">When it began.</param>
    /// <param name="isOwed">True: one is to be made in any case, as at the start of the service.</param>
    public DueSweep Due(DateTimeOffset now, DateOnly? lastDay, DateTimeOffset? lastAt, bool isOwed)
    {
        if (IsAfter(all.LastDue(now), lastAt))
        {
            return DueSweep.OfAll;
        }

        // A clock that shows a day before the last sweep's is told of by the sweep that refuses it.
        var isBehind = Instants.LondonDay(now) < lastDay;
        return isOwed || isBehind || IsAfter(changes.LastDue(now), lastAt) ? DueSweep.OfChanges : DueSweep.None;
    }

    /// <summary>The first moment after this one at which a sweep is due; null: never again.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var (one, other) = (changes.NextDue(after), all.NextDue(after));
        return one < other ? one : other ?? one;
    }

    private static bool IsAfter(DateTimeOffset? due, DateTimeOffset? lastAt) => due is { } moment && (lastAt is null || moment > lastAt);
}
