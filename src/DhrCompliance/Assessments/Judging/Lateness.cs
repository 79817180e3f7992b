using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Days late, at the fewest and at the most, against the due date as it stands and as it was at first.</summary>
internal static class Lateness
{
    public static void Count(Sitting sitting, in Meeting meeting, in Due due, ref Draft draft)
    {
        if (!due.Has || (draft.Possible.Bits & Late) == 0)
        {
            return;
        }

        // While it is not met, days late are counted to the day assessed.
        DateInterval on = meeting.Certain ? meeting.On
            : meeting.Possible ? meeting.On.Hull(DateInterval.On(sitting.AsOf))
            : DateInterval.On(sitting.AsOf);
        (draft.LateAtLeast, draft.LateAtMost) = Between(due.Current, on);
        (draft.LateOriginalAtLeast, draft.LateOriginalAtMost) = Between(due.Original, on);
        if ((draft.Possible.Bits & ~Late) != 0)
        {
            draft.LateAtLeast = 0;
            draft.LateOriginalAtLeast = 0;
        }
    }

    private static int Late => StateSet.Of(TimescaleState.Overdue).With(TimescaleState.MetLate).Bits;

    private static (int AtLeast, int AtMost) Between(DateInterval due, DateInterval on) =>
        (Days(due.Latest, on.Earliest), due.HasEarliest ? Days(due.Earliest, on.Latest) : Days(DateOnly.MinValue, on.Latest));

    private static int Days(DateOnly due, DateOnly on) => Math.Max(0, on.DayNumber - due.DayNumber);
}
