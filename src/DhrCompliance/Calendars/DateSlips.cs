using System.Globalization;
using System.Text.RegularExpressions;

namespace DhrCompliance.Calendars;

/// <summary>What people and spreadsheets write in place of a date, and what to write instead.</summary>
internal static partial class DateSlips
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>All forms that are read.</summary>
    public static string Forms(DayFormat dayFormat)
    {
        var days = ReferenceEquals(dayFormat, DayFormat.Iso) ? "2026-03-31" : $"2026-03-31 or {dayFormat.Pattern}";
        return $"a day ({days}), a month (2013-07), a year (2013), 'by 2013-07', 'after 2013-07', '2013-07-01/2013-07-15', or nothing where it is not known";
    }

    /// <summary>What to write in place of a text that is no date.</summary>
    public static string Expected(string text, DayFormat dayFormat)
    {
        var bare = Prefix().Replace(text, "");
        return Iso(bare) ?? MonthName(bare) ?? Slashes(bare, dayFormat) ?? Spreadsheet(bare) ?? Reversed(text, dayFormat) ?? Forms(dayFormat);
    }

    private static string? Iso(string text)
    {
        if (Stamp().Match(text) is { Success: true } stamp)
        {
            return $"the day without a time of day: {stamp.Groups[1].Value}";
        }

        if (Compact().Match(text) is { Success: true } compact && IsDay(Part(compact, 1), Part(compact, 2), Part(compact, 3)))
        {
            return $"{Text(Part(compact, 1), Part(compact, 2), Part(compact, 3))}, with hyphens";
        }

        if (Hyphens().Match(text) is not { Success: true } match)
        {
            return YearAlone().Match(text) is { Success: true } ? "a year from 1900 to 2199" : null;
        }

        var (year, month) = (Part(match, 1), Part(match, 2));
        if (year is < 1900 or > 2199)
        {
            return "a year from 1900 to 2199";
        }

        if (!match.Groups[3].Success)
        {
            return month is >= 1 and <= 12 ? $"the month in two digits: {year:0000}-{month:00}" : "a month from 01 to 12 after the year";
        }

        var day = Part(match, 3);
        if (IsDay(year, month, day))
        {
            return $"month and day in two digits: {Text(year, month, day)}";
        }

        if (month > 12 && IsDay(year, day, month))
        {
            return $"the month before the day: {Text(year, day, month)}";
        }

        return month is >= 1 and <= 12
            ? $"a day that exists: {MonthText(month)} {year:0000} has {DateTime.DaysInMonth(year, month)} days"
            : "a month from 01 to 12 after the year";
    }

    private static string? MonthName(string text)
    {
        if (Named().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        if (before.Length == 0 && after.Length == 2)
        {
            var year = int.Parse(after, CultureInfo.InvariantCulture);
            return $"{(year < 70 ? 2000 : 1900) + year}-{month:00}, if that month is meant: a spreadsheet makes '{text}' of it when it opens a CSV file; format the column as text";
        }

        if (before.Length == 0 && after.Length == 4)
        {
            return $"the month in figures: {after}-{month:00}";
        }

        return after.Length == 4 && IsDay(Number(after), month, Number(before))
            ? $"the day in figures: {Text(Number(after), month, Number(before))}"
            : "the day in figures with its year, such as 2013-07-11";
    }

    private static string? Slashes(string text, DayFormat dayFormat)
    {
        if (Separated().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (first, second, year) = (Part(match, 1), Part(match, 2), Part(match, 3));
        var isDayFirst = IsDay(year, second, first);
        var isMonthFirst = IsDay(year, first, second);
        if (!isDayFirst && !isMonthFirst)
        {
            return $"a day that exists, written as in 2026-03-31";
        }

        if (!ReferenceEquals(dayFormat, DayFormat.Iso))
        {
            return isMonthFirst && !isDayFirst
                ? $"a day as {dayFormat.Pattern}: the month stands first here; write {Text(year, first, second)}"
                : $"a day as {dayFormat.Pattern}";
        }

        return (isDayFirst, isMonthFirst) switch
        {
            (true, true) when first != second =>
                $"{Text(year, second, first)} or {Text(year, first, second)}, whichever is meant; or say how days are written, such as dd/MM/yyyy",
            (true, _) => $"{Text(year, second, first)}; or say how days are written, such as dd/MM/yyyy",
            _ => $"{Text(year, first, second)}: the month stands first here",
        };
    }

    private static string? Spreadsheet(string text) => Serial().IsMatch(text)
        ? "a date: a spreadsheet counts days in numbers like this one; format the column as text and write 2026-03-31"
        : null;

    private static string? Reversed(string text, DayFormat dayFormat)
    {
        var ends = text.Split('/');
        if (ends.Length != 2)
        {
            return null;
        }

        var first = PartialDate.Span(ends[0].Trim(), dayFormat);
        var last = PartialDate.Span(ends[1].Trim(), dayFormat);
        return (first, last) switch
        {
            ({ } from, { } to) => $"the earlier date first: {new DateInterval(to.Earliest, from.Latest)}",
            (null, { }) when ends[0].Trim() != ".." => Expected(ends[0].Trim(), dayFormat),
            ({ }, null) when ends[1].Trim() != ".." => Expected(ends[1].Trim(), dayFormat),
            _ => null,
        };
    }

    private static int Part(Match match, int group) => Number(match.Groups[group].Value);

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static string Text(int year, int month, int day) => $"{year:0000}-{month:00}-{day:00}";

    private static string MonthText(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    [GeneratedRegex(@"^(by|after)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^([0-9]{4})([0-9]{2})([0-9]{2})\z")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^[0-9]{4}\z")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?\z")]
    private static partial Regex Hyphens();

    [GeneratedRegex(
        @"^(?:(?<before>[0-9]{1,2})[\s.-]*)?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[\s.,-]*(?<after>[0-9]{4}|[0-9]{2}))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\z")]
    private static partial Regex Separated();

    [GeneratedRegex(@"^[0-9]{5}(\.[0-9]+)?\z")]
    private static partial Regex Serial();
}
