using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>Whether the day is quiet, and when the quiet ends. Without a calendar only weekends are.</summary>
internal sealed class QuietDays(HolidayCalendar? calendar, DateOnly day)
{
    private static readonly HolidayCalendar WeekendsOnly = new(string.Empty, [], DateOnly.MaxValue);
    private readonly HolidayCalendar _calendar = calendar ?? WeekendsOnly;

    public bool IsQuiet(EscalationPath path) => path.QuietOnNonWorkingDays && !_calendar.IsWorkingDay(day);

    /// <summary>The day itself, or the first after it that is not quiet.</summary>
    public DateOnly EndOf(EscalationPath path, DateOnly of) => path.QuietOnNonWorkingDays ? _calendar.FirstWorkingDayOnOrAfter(of) : of;

    public DateOnly End => _calendar.FirstWorkingDayOnOrAfter(day);
}
