namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>What pauses do to a due date: it moves by the paused days between the start and itself as moved so far. Pauses are in order and do not overlap.</summary>
internal static class HandPauses
{
    public static DateOnly Moved(HandPause[] pauses, bool disputes, DateOnly start, DateOnly due, DateOnly asOf)
    {
        foreach (var pause in pauses)
        {
            if (pause.From > asOf || pause.From >= due)
            {
                break;
            }

            if (pause.IsDispute != disputes)
            {
                continue;
            }

            if (pause.Until > asOf)
            {
                return HandCase.Never;
            }

            var from = HandDays.Later(pause.From, start);
            due = pause.Until > from ? due.AddDays(pause.Until.DayNumber - from.DayNumber) : due;
        }

        return due;
    }

    /// <summary>Whether one runs on the day that began before the due date.</summary>
    public static bool Runs(HandPause[] pauses, bool disputes, DateOnly start, DateOnly due, DateOnly asOf)
    {
        foreach (var pause in pauses)
        {
            if (pause.From <= asOf && pause.Until > asOf && pause.IsDispute == disputes && pause.From < due && pause.Until >= start)
            {
                return true;
            }
        }

        return false;
    }
}
