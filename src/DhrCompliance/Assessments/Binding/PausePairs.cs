using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Binding;

/// <summary>Starts and ends of pauses, paired by reason in order of date.</summary>
internal static class PausePairs
{
    public static BoundPause[] Of(Slots slots, BoundEvent[][] events)
    {
        if (slots.PauseStart is not { } start || events[start.Slot].Length == 0)
        {
            return [];
        }

        var ends = slots.PauseEnd is { } end ? events[end.Slot] : [];
        var taken = new bool[ends.Length];
        var pairs = new BoundPause[events[start.Slot].Length];

        // Those with a reason choose their end first: one without may be for any reason, and must take no other's end.
        foreach (var i in Enumerable.Range(0, pairs.Length).OrderBy(i => Value(events[start.Slot][i], start.Reason) is null))
        {
            var from = events[start.Slot][i];
            var reason = Value(from, start.Reason);
            var at = Find(from, reason, slots, ends, taken);
            if (at >= 0)
            {
                taken[at] = true;
                reason ??= Value(ends[at], slots.PauseEnd!.Reason);
            }

            pairs[i] = new BoundPause(from, at < 0 ? null : ends[at], reason);
        }

        return pairs;
    }

    /// <summary>The first end that ended no other; else, as two pauses for one reason end together, one after the start that ended another.</summary>
    private static int Find(BoundEvent from, string? reason, Slots slots, BoundEvent[] ends, bool[] taken)
    {
        var shared = -1;
        for (var i = 0; i < ends.Length; i++)
        {
            var other = Value(ends[i], slots.PauseEnd!.Reason);
            if (ends[i].Latest < from.Earliest || (reason is not null && other is not null && other != reason))
            {
                continue;
            }

            if (!taken[i])
            {
                return i;
            }

            shared = shared < 0 && reason is not null && other == reason && ends[i].Earliest > from.Latest ? i : shared;
        }

        return shared;
    }

    private static string? Value(BoundEvent happened, int attribute) => attribute < 0 ? null : happened.Attributes[attribute];
}
