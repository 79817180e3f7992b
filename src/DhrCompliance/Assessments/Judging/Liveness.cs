using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Whether a case is live, and when it was opened again.</summary>
internal static class Liveness
{
    /// <summary>Kept since some day on or before the day assessed, and not closed by then, or opened again since.</summary>
    public static bool IsLive(Slots slots, BoundCase file, DateOnly asOf)
    {
        if (file.File.KeptSince is not { } kept || kept > asOf)
        {
            return false;
        }

        if (slots.Closing is not { } closing || Last(closing, file, asOf) is not { } closed)
        {
            return true;
        }

        return slots.Reopening is { } reopening && Last(reopening, file, asOf) is { } opened && opened.Latest >= closed.Earliest;
    }

    /// <summary>When the review was last opened again by the day; null when it was not.</summary>
    public static DateInterval? ReopenedOn(Slots slots, BoundCase file, DateOnly asOf) =>
        slots.Reopening is { } reopening ? Last(reopening, file, asOf) : null;

    private static DateInterval? Last(EventShape kind, BoundCase file, DateOnly asOf)
    {
        DateInterval? last = null;
        foreach (var happened in file.Of(kind))
        {
            var on = happened.On(asOf);
            if (on.Latest <= asOf && (last is null || on.Latest >= last.Value.Latest))
            {
                last = on;
            }
        }

        return last;
    }
}
