using System.Globalization;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>A number of a cell as the text that somebody would have typed: a day, a month, a year, or the number itself.</summary>
internal static class Serial
{
    private const double NoSuchDay = 60; // 29 February 1900, which the spreadsheets count and the calendar does not have

    /// <summary>False where the number stands for nothing of the kind; then <paramref name="expected"/> says what is wrong.</summary>
    public static bool TryWrite(string number, NumberMeaning meaning, bool countsFrom1904, out string text, out string expected)
    {
        (text, expected) = (number, "");
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            expected = "a number, and the workbook's own note of it is none";
            return false;
        }

        if (meaning is NumberMeaning.Number)
        {
            text = Plain(value, number);
            return true;
        }

        if (meaning is NumberMeaning.Time)
        {
            text = Plain(value, number);
            expected = "a day as text (2026-03-31), and this is a time of day";
            return false;
        }

        if (Day(value, countsFrom1904) is not { } day)
        {
            expected = "a day of the calendar from 1900 on; type it as text (2026-03-31)";
            return false;
        }

        text = day.ToString(meaning switch { NumberMeaning.Month => "yyyy-MM", NumberMeaning.Year => "yyyy", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);
        if (meaning is NumberMeaning.Day && value != Math.Floor(value))
        {
            text += FormattableString.Invariant($" {TimeSpan.FromDays(value - Math.Floor(value)):hh\\:mm}");
            expected = "a day as text (2026-03-31), and this has a time of day as well";
            return false;
        }

        return true;
    }

    private static DateOnly? Day(double value, bool countsFrom1904)
    {
        var whole = Math.Floor(value);
        if (whole is < 0 or > 2_958_465 || (!countsFrom1904 && whole is 0 or NoSuchDay))
        {
            return null;
        }

        var first = countsFrom1904 ? new DateOnly(1904, 1, 1) : whole < NoSuchDay ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        return whole <= DateOnly.MaxValue.DayNumber - first.DayNumber ? first.AddDays((int)whole) : null;
    }

    /// <summary>As a person writes it: 0.1 and not 0.10000000000000001, 1000000 and not 1E+6.</summary>
    private static string Plain(double value, string number) => Math.Abs(value) < 1e15
        ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture)
        : number;
}
