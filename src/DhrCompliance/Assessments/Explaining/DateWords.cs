using System.Globalization;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Days and intervals in words, as a person would say them: <c>Wednesday 29 May 2013</c>, <c>in July 2013</c>, <c>by ...</c>.</summary>
public static class DateWords
{
    private const string Unrecorded = "a day that is not recorded";

    /// <summary><c>Wednesday 29 May 2013</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>29 May 2013</c>, where there is no room for the day of the week.</summary>
    public static string Brief(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>When something happened, with its preposition: on a day, in a month or a year, between two days, by or after a day.</summary>
    public static string When(DateInterval date)
    {
        // A reason that leaves a date out has the default value, which is no day anything happened on.
        if (date == default)
        {
            return $"on {Unrecorded}";
        }

        if (date.IsDay)
        {
            return $"on {Day(date.Earliest)}";
        }

        if (WholeSpan(date) is { } span)
        {
            return $"in {span}";
        }

        return (date.HasEarliest, date.HasLatest) switch
        {
            (true, true) => $"between {Day(date.Earliest)} and {Day(date.Latest)}",
            (false, true) => $"by {Day(date.Latest)}",
            (true, false) => $"on or after {Day(date.Earliest)}",
            _ => $"on {Unrecorded}",
        };
    }

    /// <summary>A date as the last day on which something is due, to follow the word "by".</summary>
    public static string Limit(DateInterval date)
    {
        if (date == default)
        {
            return Unrecorded;
        }

        if (date.IsDay)
        {
            return Day(date.Earliest);
        }

        if (WholeSpan(date) is { } span)
        {
            return $"a day in {span}";
        }

        return (date.HasEarliest, date.HasLatest) switch
        {
            (true, true) => $"a day between {Day(date.Earliest)} and {Day(date.Latest)}",
            (false, true) => $"{Day(date.Latest)} at the latest",
            (true, false) => $"{Day(date.Earliest)} at the earliest",
            _ => Unrecorded,
        };
    }

    /// <summary>The month or year that the interval is exactly, or null.</summary>
    private static string? WholeSpan(DateInterval date)
    {
        var (first, last) = (date.Earliest, date.Latest);
        if (!date.HasEarliest || !date.HasLatest || first.Day != 1 || first.Year != last.Year)
        {
            return null;
        }

        if (first.Month == last.Month && last.Day == DateTime.DaysInMonth(last.Year, last.Month))
        {
            return first.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        }

        return first.Month == 1 && last is { Month: 12, Day: 31 } ? first.ToString("yyyy", CultureInfo.InvariantCulture) : null;
    }
}
