using System.Diagnostics.CodeAnalysis;

namespace DhrCompliance.Calendars;

/// <summary>
/// The written forms of a date that may be known in part: a day <c>2026-03-31</c>, a month <c>2013-07</c>, a year
/// <c>2013</c>, <c>by X</c> (to X's last day), <c>after X</c> (from the day after X's last day), <c>X/Y</c> (from X's
/// first day to Y's last, either of them <c>..</c> where it is open), or nothing (it happened, nobody knows when).
/// Reads all that <see cref="DateInterval.ToString"/> writes. Years from 1900 to 2199; nothing is guessed.
/// </summary>
public static class PartialDate
{
    private const int LongestText = 64;

    /// <summary>Reads a date. False where it is none; then <paramref name="expected"/> says what would be one ("expected ...").</summary>
    /// <param name="text">The text; null, empty and blank stand for <see cref="DateInterval.Unknown"/>.</param>
    /// <param name="interval">The days it can be; <see cref="DateInterval.Unknown"/> where the text is no date.</param>
    /// <param name="expected">What was expected, naming the slip where it is a known one; null where the text is a date.</param>
    public static bool TryParse(string? text, out DateInterval interval, [NotNullWhen(false)] out string? expected) =>
        TryParse(text, DayFormat.Iso, out interval, out expected);

    /// <summary>As the other, where days are written in a declared format; months, years and ISO days are read as well.</summary>
    public static bool TryParse(
        string? text, DayFormat dayFormat, out DateInterval interval, [NotNullWhen(false)] out string? expected)
    {
        var trimmed = text.AsSpan().Trim();
        interval = DateInterval.Unknown;
        expected = null;
        if (trimmed.IsEmpty)
        {
            return true;
        }

        if (trimmed.Length <= LongestText && Read(trimmed, dayFormat) is { } read)
        {
            interval = read;
            return true;
        }

        expected = trimmed.Length <= LongestText ? DateSlips.Expected(trimmed.ToString(), dayFormat) : DateSlips.Forms(dayFormat);
        return false;
    }

    /// <summary>A day, a month or a year as the days it spans, or null.</summary>
    internal static DateInterval? Span(ReadOnlySpan<char> text, DayFormat dayFormat)
    {
        if (text.Length == 4 && IsDigits(text))
        {
            return Year(Number(text)) is { } year ? new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
        }

        if (text.Length == 7 && text[4] == '-' && IsDigits(text[..4]) && IsDigits(text[5..]))
        {
            var month = Number(text[5..]);
            if (Year(Number(text[..4])) is not { } year || month is < 1 or > 12)
            {
                return null;
            }

            return new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
        }

        return dayFormat.TryRead(text, out var day) && Year(day.Year) is not null ? DateInterval.On(day) : null;
    }

    private static DateInterval? Read(ReadOnlySpan<char> text, DayFormat dayFormat)
    {
        if (Span(text, dayFormat) is { } span)
        {
            return span;
        }

        if (text.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
        {
            return Span(text[3..].Trim(), dayFormat) is { } by ? DateInterval.UpTo(by.Latest) : null;
        }

        if (text.StartsWith("after ", StringComparison.OrdinalIgnoreCase))
        {
            return Span(text[6..].Trim(), dayFormat) is { } after ? DateInterval.From(after.Latest.AddDays(1)) : null;
        }

        // A declared format may hold slashes of its own, so each slash may be the one between the ends.
        for (var slash = 1; slash < text.Length - 1; slash++)
        {
            if (text[slash] == '/' && Between(text[..slash].Trim(), text[(slash + 1)..].Trim(), dayFormat) is { } between)
            {
                return between;
            }
        }

        return null;
    }

    private static DateInterval? Between(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DayFormat dayFormat)
    {
        var first = from is ".." ? DateInterval.Unknown : Span(from, dayFormat);
        var last = to is ".." ? DateInterval.Unknown : Span(to, dayFormat);
        return first is { } start && last is { } end && start.Earliest <= end.Latest ? new(start.Earliest, end.Latest) : null;
    }

    private static int? Year(int year) => year is >= 1900 and <= 2199 ? year : null;

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
