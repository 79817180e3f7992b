using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Days late, at the fewest and at the most, against the due date as it stands and as it was at first.</summary>
internal static class Lateness
{
    public static void Count(Sitting sitting, in Meeting meeting, in Due due, ref Draft draft)
    {
        if (!due.Has || (draft.Possible.Bits & Dated) == 0)
        {
            return;
        }

        // While it is not met, days late are counted to the day assessed.
        DateInterval on = meeting.Certain ? meeting.On
            : meeting.Possible ? meeting.On.Hull(DateInterval.On(sitting.AsOf))
            : DateInterval.On(sitting.AsOf);

        // What was agreed later cures the lateness against the date as it stands; against the first date it is told all the same.
        (draft.LateOriginalAtLeast, draft.LateOriginalAtMost) = Between(due.Original, on);
        if ((draft.Possible.Bits & ~Dated) != 0 || due.MayBeUnset)
        {
            draft.LateOriginalAtLeast = 0;
        }

        if ((draft.Possible.Bits & Late) == 0)
        {
            return;
        }

        (draft.LateAtLeast, draft.LateAtMost) = Between(due.Current, on);
        if ((draft.Possible.Bits & ~Late) != 0)
        {
            draft.LateAtLeast = 0;
        }
    }

    private static int Late => StateSet.Of(TimescaleState.Overdue).With(TimescaleState.MetLate).Bits;

    private static int Dated => new StateSet(Late).With(TimescaleState.Running).With(TimescaleState.DueSoon).With(TimescaleState.Met).Bits;

    private static (int AtLeast, int AtMost) Between(DateInterval due, DateInterval on) =>
        (Days(due.Latest, on.Earliest), due.HasEarliest ? Days(due.Earliest, on.Latest) : int.MaxValue);

    private static int Days(DateOnly due, DateOnly on) => Math.Max(0, on.DayNumber - due.DayNumber);
}
