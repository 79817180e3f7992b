using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Days as short as a table of the page needs them.</summary>
internal static class BoardDates
{
    public static string Text(DateInterval? date) => date is { } known ? Text(known) : string.Empty;

    public static string Text(DateInterval date) => date.IsDay
        ? Whole(date.Earliest)
        : (date.HasEarliest, date.HasLatest) switch
        {
            (true, true) when IsMonth(date) => date.Earliest.ToString("MMM\u00A0yyyy", CultureInfo.InvariantCulture),
            (true, true) => $"{Whole(date.Earliest)} to {Whole(date.Latest)}",
            (false, true) => $"by {Whole(date.Latest)}",
            (true, false) => $"from {Whole(date.Earliest)} on",
            _ => "day not recorded",
        };

    private static bool IsMonth(DateInterval date) =>
        date.Earliest.Day == 1 && date.Latest == date.Earliest.AddMonths(1).AddDays(-1);

    /// <summary>A day that is not broken over two lines.</summary>
    public static string Whole(DateOnly day) => DateWords.Brief(day).Replace(' ', '\u00A0');
}
