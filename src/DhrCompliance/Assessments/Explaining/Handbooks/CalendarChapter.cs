using System.Collections.Immutable;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>The days that are no working days.</summary>
/// <param name="Name">The calendar's name.</param>
/// <param name="Jurisdictions">Where it counts.</param>
/// <param name="Calendar">The calendar.</param>
public sealed record CalendarChapter(string Name, ImmutableArray<string> Jurisdictions, HolidayCalendar Calendar)
{
    /// <summary>The holidays from a day (inclusive) to the last day up to which they are known.</summary>
    public IEnumerable<(DateOnly Day, string Name)> From(DateOnly day)
    {
        for (; day <= Calendar.KnownUntil && day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (Calendar.HolidayOn(day) is { } name)
            {
                yield return (day, name);
            }
        }
    }
}
