using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Tells how a limit was counted from its start: to the corresponding date or what stands for it, and off days that are no working days.</summary>
internal static class Reckoning
{
    public static void Tell(Sitting sitting, LimitTerms terms, string? length, DateInterval start, DateInterval due)
    {
        var counted = terms.Roll == Roll.None ? due : DueDates.Due(start, terms with { Roll = Roll.None }, sitting.Calendar);
        sitting.Because(Counted(terms, length, start, counted));
        if (counted != due)
        {
            var name = counted.IsDay ? sitting.Calendar.HolidayOn(counted.Earliest) ?? counted.Earliest.DayOfWeek.ToString() : null;
            sitting.Because(new Reason(ReasonTemplate.DueRolled, null, name, counted, due));
        }
    }

    private static Reason Counted(LimitTerms terms, string? length, DateInterval start, DateInterval due)
    {
        var clamped = start.IsDay && DueDates.IsClamped(start.Earliest, terms);
        var up = clamped && terms.Rounding == MonthRounding.Up;
        return terms.BeginningWith
            ? new Reason(ReasonTemplate.DueCountedIn, null, length, start, due, up ? 2 : clamped ? 1 : 0)
            : new Reason(up ? ReasonTemplate.DueRoundedUp : clamped ? ReasonTemplate.DueClamped : ReasonTemplate.DueFrom, null, length, start, due);
    }
}
