namespace DhrCompliance.Calendars;

/// <summary>
/// What pauses do to a due date: it moves by one day for each paused day that lies on or after the start and before
/// the due date as moved so far. Put otherwise: the days that are not paused between start and due date are as many as
/// the limit has. Overlapping pauses count once. A pause begun on or after the due date as moved so far moves nothing.
/// </summary>
public static class Pauses
{
    // Eleven years of possible starts are looked at one by one; a start known less well gets safe wider bounds.
    private const int WidestSearch = 4000;

    private const int OnTheStack = 16;

    /// <summary>The due date moved by the pauses, and by how many days. A pause that has not ended gives <see cref="DateOnly.MaxValue"/>.</summary>
    /// <param name="start">The day the clock started; paused days before it do not count.</param>
    /// <param name="due">The due date without pauses.</param>
    /// <param name="pauses">In any order; a pause that ends on or before its first day is none.</param>
    public static (DateOnly Due, int Days) Moved(DateOnly start, DateOnly due, ReadOnlySpan<PausedDays> pauses)
    {
        var moved = due;
        var counted = start;
        while (NextAfter(counted, pauses) is { } next && next.From < moved)
        {
            if (next.Until == DateOnly.MaxValue)
            {
                return (DateOnly.MaxValue, DateOnly.MaxValue.DayNumber - due.DayNumber);
            }

            var days = next.Until.DayNumber - next.From.DayNumber;
            if (days >= DateOnly.MaxValue.DayNumber - moved.DayNumber)
            {
                return (DateOnly.MaxValue, DateOnly.MaxValue.DayNumber - due.DayNumber);
            }

            moved = moved.AddDays(days);
            counted = next.Until;
        }

        return (moved, moved.DayNumber - due.DayNumber);
    }

    /// <summary>The due date of a limit moved by pauses; where the rule moves it off non-working days, it is moved off them again at the end.</summary>
    public static (DateOnly Due, int Days) Moved(
        DateOnly start, LimitTerms terms, HolidayCalendar calendar, ReadOnlySpan<PausedDays> pauses)
    {
        var (due, days) = Moved(start, DueDates.Due(start, terms, calendar), pauses);
        return (days == 0 ? due : DueDates.Rolled(due, terms.Roll, calendar), days);
    }

    /// <summary>
    /// All due dates that are possible for a start and pauses known in part; never narrower than the truth. With
    /// pauses an earlier start can give a later due date, so every day of the start's interval is looked at; where it
    /// is open or wider than eleven years the bounds are wider than the truth.
    /// </summary>
    public static DateInterval Moved(
        DateInterval start, LimitTerms terms, HolidayCalendar calendar, ReadOnlySpan<UncertainPause> pauses)
    {
        if (pauses.IsEmpty)
        {
            return DueDates.Due(start, terms, calendar);
        }

        Span<PausedDays> most = pauses.Length <= OnTheStack ? stackalloc PausedDays[pauses.Length] : new PausedDays[pauses.Length];
        Span<PausedDays> least = pauses.Length <= OnTheStack ? stackalloc PausedDays[pauses.Length] : new PausedDays[pauses.Length];
        var mostCount = 0;
        var leastCount = 0;
        foreach (var pause in pauses)
        {
            most[mostCount++] = new PausedDays(pause.From.Earliest, pause.Until.Latest);
            if (pause.Certain && pause.Until.Earliest > pause.From.Latest)
            {
                least[leastCount++] = new PausedDays(pause.From.Latest, pause.Until.Earliest);
            }
        }

        most = most[..mostCount];
        least = least[..leastCount];
        var isSearched = start is { HasEarliest: true, HasLatest: true, Width: <= WidestSearch };
        return isSearched ? Searched(start, terms, calendar, least, most) : Wide(start, terms, calendar, least, most);
    }

    private static DateInterval Searched(
        DateInterval start, LimitTerms terms, HolidayCalendar calendar, ReadOnlySpan<PausedDays> least, ReadOnlySpan<PausedDays> most)
    {
        var earliest = DateOnly.MaxValue;
        var latest = DateOnly.MinValue;
        for (var day = start.Earliest; ; day = day.AddDays(1))
        {
            var due = DueDates.Due(day, terms, calendar);
            var (low, _) = Moved(day, due, least);
            var (high, _) = Moved(day, due, most);
            earliest = low < earliest ? low : earliest;
            latest = high > latest ? high : latest;
            if (day == start.Latest)
            {
                return Rolled(earliest, latest, terms.Roll, calendar);
            }
        }
    }

    // Counting the paused days of the least pauses from the latest start, and of the most from the earliest, bounds every start between.
    private static DateInterval Wide(
        DateInterval start, LimitTerms terms, HolidayCalendar calendar, ReadOnlySpan<PausedDays> least, ReadOnlySpan<PausedDays> most)
    {
        var due = DueDates.Due(start, terms, calendar);
        var earliest = due.HasEarliest ? Moved(start.Latest, due.Earliest, least).Due : DateOnly.MinValue;
        var latest = due.HasLatest ? Moved(start.Earliest, due.Latest, most).Due : DateOnly.MaxValue;
        return Rolled(earliest, latest, terms.Roll, calendar);
    }

    private static DateInterval Rolled(DateOnly earliest, DateOnly latest, Roll roll, HolidayCalendar calendar) => new(
        earliest == DateOnly.MinValue ? earliest : DueDates.Rolled(earliest, roll, calendar),
        latest == DateOnly.MaxValue ? latest : DueDates.Rolled(latest, roll, calendar));

    /// <summary>The pause, cut to begin on or after the day, that begins first; of several the one that ends last. Null: none.</summary>
    private static PausedDays? NextAfter(DateOnly day, ReadOnlySpan<PausedDays> pauses)
    {
        PausedDays? next = null;
        foreach (var pause in pauses)
        {
            var from = pause.From > day ? pause.From : day;
            if (pause.Until <= from || (next is { } best && (from > best.From || (from == best.From && pause.Until <= best.Until))))
            {
                continue;
            }

            next = new PausedDays(from, pause.Until);
        }

        return next;
    }
}
