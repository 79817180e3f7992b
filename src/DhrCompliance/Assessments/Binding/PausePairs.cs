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

        var ends = slots.PauseEnd is { } end ? events[end.Slot].ToList() : [];
        var pairs = new BoundPause[events[start.Slot].Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var from = events[start.Slot][i];
            var reason = Value(from, start.Reason);
            var until = ends.Find(candidate =>
                candidate.Latest >= from.Earliest
                && (reason is null || Value(candidate, slots.PauseEnd!.Reason) is not { } other || other == reason));
            if (until is not null)
            {
                ends.Remove(until);
                reason ??= Value(until, slots.PauseEnd!.Reason);
            }

            pairs[i] = new BoundPause(from, until, reason);
        }

        return pairs;
    }

    private static string? Value(BoundEvent happened, int attribute) => attribute < 0 ? null : happened.Attributes[attribute];
}
