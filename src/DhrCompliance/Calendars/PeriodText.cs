using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DhrCompliance.Calendars;

/// <summary>The written form of a period: <c>6 months</c>, <c>1 month</c>, <c>14 days</c>, <c>5 working days</c>.</summary>
public static class PeriodText
{
    private const int MostCount = 1200;

    private const string Forms = "a period such as 6 months, 1 month, 14 days, 2 weeks, 1 year or 5 working days";

    private static readonly (PeriodUnit Unit, string One)[] Units =
    [
        (PeriodUnit.Days, "day"),
        (PeriodUnit.Weeks, "week"),
        (PeriodUnit.Months, "month"),
        (PeriodUnit.Years, "year"),
        (PeriodUnit.WorkingDays, "working day"),
    ];

    /// <summary>Reads a period. False where it is none; then <paramref name="expected"/> says what would be one ("expected ...").</summary>
    /// <param name="text">The text; spaces around it are ignored, between number and unit stands one space.</param>
    /// <param name="period">The period; null where the text is none.</param>
    /// <param name="expected">What was expected; null where the text is a period.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out string? expected)
    {
        period = null;
        var (count, word) = Split(text);
        if (word is null || UnitOf(word) is not { } unit)
        {
            expected = Forms;
            return false;
        }

        if (count is < 1 or > MostCount)
        {
            expected = $"a whole number from 1 to {MostCount} before '{Name(unit, MostCount)}'";
            return false;
        }

        var read = new Period(count, unit);
        if (!string.Equals(word, Name(unit, count), StringComparison.Ordinal))
        {
            expected = $"'{Of(read)}'";
            return false;
        }

        period = read;
        expected = null;
        return true;
    }

    /// <summary>The period as a person writes it: <c>6 months</c>, <c>1 month</c>.</summary>
    public static string Of(Period period) =>
        string.Create(CultureInfo.InvariantCulture, $"{period.Count} {Name(period.Unit, period.Count)}");

    private static (int Count, string? Word) Split(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        if (space < 1 || trimmed.AsSpan(0, space).ContainsAnyExceptInRange('0', '9'))
        {
            return (0, null);
        }

        // A number too large for the type is as wrong as 0: both are refused by the bounds.
        return int.TryParse(trimmed.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (count, trimmed[(space + 1)..])
            : (0, trimmed[(space + 1)..]);
    }

    private static PeriodUnit? UnitOf(string word)
    {
        foreach (var (unit, one) in Units)
        {
            if (word == one || word == one + "s")
            {
                return unit;
            }
        }

        return null;
    }

    private static string Name(PeriodUnit unit, int count)
    {
        var one = Array.Find(Units, entry => entry.Unit == unit).One;
        return count == 1 ? one : one + "s";
    }
}
