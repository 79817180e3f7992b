using System.Globalization;
using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Demo;

/// <summary>
/// Turns dates written relative to a day, in braces, into the dates of the import format: <c>{-45d}</c>, <c>{-6m+7d}</c>,
/// <c>{-3m wednesday}</c> (the last Wednesday on or before), <c>{month -9m}</c>, <c>{year -9y}</c>, <c>{today}</c>.
/// All else is left as it is, so that <c>by {-10m}</c> and <c>{-7m}/{-6m}</c> need no rule of their own.
/// </summary>
public static partial class RelativeDates
{
    /// <summary>Expands every date in braces. Months and years are counted before days, from <paramref name="asOf"/>; a month that has no such day ends on its last.</summary>
    /// <exception cref="FormatException">Something in braces is not a date in this notation, or lies outside the calendar; the message quotes it.</exception>
    public static string Expand(string text, DateOnly asOf) =>
        Braces().Replace(text, match => Date(match.Groups["inner"].Value, asOf));

    private static string Date(string inner, DateOnly asOf)
    {
        var match = Notation().Match(inner);
        if (!match.Success)
        {
            throw Unreadable(inner);
        }

        try
        {
            var day = asOf
                .AddYears(Count(match, "years"))
                .AddMonths(Count(match, "months"))
                .AddDays(checked((Count(match, "weeks") * 7) + Count(match, "days")));
            day = match.Groups["weekday"] is { Success: true } weekday ? OnOrBefore(day, weekday.Value) : day;
            return day.ToString(Format(match.Groups["precision"].Value), CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw Unreadable(inner);
        }
    }

    private static int Count(Match match, string unit) =>
        match.Groups[unit] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    private static DateOnly OnOrBefore(DateOnly day, string weekday)
    {
        var wanted = Enum.Parse<DayOfWeek>(weekday, ignoreCase: true);
        return day.AddDays(-(((int)day.DayOfWeek - (int)wanted + 7) % 7));
    }

    private static string Format(string precision) => precision switch
    {
        "month" => "yyyy-MM",
        "year" => "yyyy",
        _ => "yyyy-MM-dd",
    };

    private static FormatException Unreadable(string inner) => new(
        $"'{{{inner}}}' is not a date relative to a day. Write it like {{-45d}}, {{-6m+7d}}, {{-3m wednesday}}, {{month -9m}}, {{year -9y}} or {{today}}.");

    [GeneratedRegex(@"\{(?<inner>[^{}]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(?:(?<precision>month|year) )?(?:today|(?=[+-])(?:(?<years>[+-]\d{1,4})y)?(?:(?<months>[+-]\d{1,5})m)?(?:(?<weeks>[+-]\d{1,5})w)?(?:(?<days>[+-]\d{1,6})d)?)(?: (?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday))?\z")]
    private static partial Regex Notation();
}
