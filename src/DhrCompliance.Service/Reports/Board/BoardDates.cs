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
            (true, true) => $"{Whole(date.Earliest)} to {Whole(date.Latest)}",
            (false, true) => $"by {Whole(date.Latest)}",
            (true, false) => $"from {Whole(date.Earliest)} on",
            _ => "day not recorded",
        };

    /// <summary>A day that is not broken over two lines.</summary>
    public static string Whole(DateOnly day) => DateWords.Brief(day).Replace(' ', '\u00A0');
}
