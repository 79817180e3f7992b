using System.Globalization;

namespace DhrCompliance.Service.Ledger;

/// <summary>Moments and days as the register writes them: UTC to the millisecond, which sorts as text; and days as Europe/London has them.</summary>
internal static class Instants
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private const string Day = "yyyy-MM-dd";

    /// <summary>Where days begin and end, and what the times of a schedule are read by.</summary>
    public static TimeZoneInfo London { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    public static string Write(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string moment) => DateTimeOffset.ParseExact(
        moment, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? ReadOrNull(string? moment) => moment is null ? null : Read(moment);

    public static DateOnly ReadDay(string day) => DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture);

    /// <summary>A day that another system wrote; SQLite takes some for days that the calendar here has not (the year 0).</summary>
    public static bool TryReadDay(string day, out DateOnly value) =>
        DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static DateOnly? ReadDayOrNull(string? day) => day is null ? null : ReadDay(day);

    /// <summary>A moment as a clock on a wall in London shows it, to the minute.</summary>
    public static string LondonText(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, London).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The last millisecond of a day in London. Midnight there is never missing or doubled. Not for the last day of the calendar.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).AddMilliseconds(-1);
    }

    public static DateOnly LondonDay(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);
}
