namespace DhrCompliance.Calendars;

/// <summary>
/// When a limit ends. Months follow the corresponding date rule of <i>Dodds v Walker</i> [1981] 1 WLR 1027, always
/// from the start itself and never from a date that was clamped before. The day of the event is day 0, unless the
/// limit begins with it. Dates beyond the calendar's end saturate at <see cref="DateOnly.MaxValue"/>.
/// </summary>
public static class DueDates
{
    /// <summary>The last day (inclusive) on which the limit is kept.</summary>
    public static DateOnly Due(DateOnly start, LimitTerms terms, HolidayCalendar calendar) =>
        Rolled(Unrolled(start, terms, calendar), terms.Roll, calendar);

    /// <summary>
    /// The last day for a start known in part: both ends, as a later start never gives an earlier due date. An end
    /// that is open stays open.
    /// </summary>
    public static DateInterval Due(DateInterval start, LimitTerms terms, HolidayCalendar calendar)
    {
        if (start.IsDay)
        {
            return DateInterval.On(Due(start.Earliest, terms, calendar));
        }

        var earliest = start.HasEarliest ? Due(start.Earliest, terms, calendar) : DateOnly.MinValue;
        var latest = start.HasLatest ? Due(start.Latest, terms, calendar) : DateOnly.MaxValue;
        return new DateInterval(earliest, latest);
    }

    /// <summary>Whether the corresponding date does not exist, so that the month's last day (or with <c>round: up</c> the first of the next) stands for it.</summary>
    public static bool IsClamped(DateOnly start, LimitTerms terms)
    {
        if (terms.Length.Unit is not (PeriodUnit.Months or PeriodUnit.Years))
        {
            return false;
        }

        var month = AddMonths(start, Months(terms.Length));
        return month != DateOnly.MaxValue && month.Day != start.Day;
    }

    /// <summary>
    /// Whether the due date rests on working days beyond those that are known: the limit counts or moves by working
    /// days, and it (or the non-working day it moved back from) lies after <see cref="HolidayCalendar.KnownUntil"/>.
    /// </summary>
    public static bool IsProvisional(DateOnly due, LimitTerms terms, HolidayCalendar calendar)
    {
        if (terms.Roll == Roll.None && terms.Length.Unit != PeriodUnit.WorkingDays)
        {
            return false;
        }

        return due > calendar.KnownUntil || (terms.Roll == Roll.PreviousWorkingDay && PassedUnproclaimed(due, calendar));
    }

    /// <summary>Where the day goes if it is not a working day.</summary>
    public static DateOnly Rolled(DateOnly day, Roll roll, HolidayCalendar calendar) => roll switch
    {
        Roll.NextWorkingDay => calendar.FirstWorkingDayOnOrAfter(day),
        Roll.PreviousWorkingDay => calendar.LastWorkingDayOnOrBefore(day),
        _ => day,
    };

    private static DateOnly Unrolled(DateOnly start, LimitTerms terms, HolidayCalendar calendar)
    {
        var (count, unit) = terms.Length;
        if (unit == PeriodUnit.WorkingDays)
        {
            return AddWorkingDays(start, count, terms.BeginningWith, calendar);
        }

        var day = unit switch
        {
            PeriodUnit.Days => AddDays(start, count),
            PeriodUnit.Weeks => AddDays(start, 7L * count),
            _ => AddMonths(start, Months(terms.Length)),
        };
        if (day == DateOnly.MaxValue)
        {
            return day;
        }

        if (terms.Rounding == MonthRounding.Up && IsClamped(start, terms))
        {
            day = day.AddDays(1);
        }

        return terms.BeginningWith ? day.AddDays(-1) : day;
    }

    private static long Months(Period length) => length.Unit == PeriodUnit.Years ? 12L * length.Count : length.Count;

    private static DateOnly AddMonths(DateOnly start, long months)
    {
        var left = (12L * (DateOnly.MaxValue.Year - start.Year)) + (DateOnly.MaxValue.Month - start.Month);
        return months > left ? DateOnly.MaxValue : start.AddMonths((int)months);
    }

    private static DateOnly AddDays(DateOnly start, long days) =>
        days > DateOnly.MaxValue.DayNumber - start.DayNumber ? DateOnly.MaxValue : start.AddDays((int)days);

    private static DateOnly AddWorkingDays(DateOnly start, int count, bool beginningWith, HolidayCalendar calendar)
    {
        var day = start;
        var left = beginningWith && calendar.IsWorkingDay(day) ? count - 1 : count;
        while (left > 0)
        {
            if (day == DateOnly.MaxValue)
            {
                return day;
            }

            day = day.AddDays(1);
            if (calendar.IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    // Rolling back can land on a known day from a holiday that is not yet proclaimed; Saturdays and Sundays are certain.
    private static bool PassedUnproclaimed(DateOnly due, HolidayCalendar calendar)
    {
        for (var day = AddDays(due, 1); day < DateOnly.MaxValue && !calendar.IsWorkingDay(day); day = day.AddDays(1))
        {
            if (day > calendar.KnownUntil && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                return true;
            }
        }

        return false;
    }
}
