using System.Collections.Frozen;

namespace DhrCompliance.Calendars;

/// <summary>Which days are not working days besides Saturdays and Sundays, and until when they are known. A table and not a formula: proclamations move and add days.</summary>
public sealed class HolidayCalendar
{
    private readonly FrozenDictionary<DateOnly, string> _holidays;

    /// <summary>Makes a calendar.</summary>
    /// <param name="name">Its name, as reasons show it.</param>
    /// <param name="holidays">Each day and what it is called.</param>
    /// <param name="knownUntil">The last day (inclusive) up to which holidays are known; later working days are provisional.</param>
    public HolidayCalendar(string name, IEnumerable<KeyValuePair<DateOnly, string>> holidays, DateOnly knownUntil)
    {
        Name = name;
        _holidays = holidays.ToFrozenDictionary();
        KnownUntil = knownUntil;
    }

    /// <summary>The calendar's name.</summary>
    public string Name { get; }

    /// <summary>The last day up to which holidays are known (inclusive).</summary>
    public DateOnly KnownUntil { get; }

    /// <summary>What the day is called if it is a holiday; otherwise null.</summary>
    public string? HolidayOn(DateOnly day) => _holidays.GetValueOrDefault(day);

    /// <summary>Not a Saturday, a Sunday or a holiday.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.ContainsKey(day);

    /// <summary>The day itself if it is a working day, otherwise the last one before it.</summary>
    public DateOnly LastWorkingDayOnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself if it is a working day, otherwise the first one after it.</summary>
    public DateOnly FirstWorkingDayOnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
