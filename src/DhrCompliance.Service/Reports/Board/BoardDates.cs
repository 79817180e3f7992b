using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Days as short as a table of the page needs them.</summary>
internal static class BoardDates
{
    public static string Text(DateInterval? date) => date is { } known ? Text(known) : string.Empty;

    public static string Text(DateInterval date) => date.IsDay
        ? DateWords.Brief(date.Earliest)
        : (date.HasEarliest, date.HasLatest) switch
        {
            (true, true) => $"{DateWords.Brief(date.Earliest)} to {DateWords.Brief(date.Latest)}",
            (false, true) => $"by {DateWords.Brief(date.Latest)}",
            (true, false) => $"from {DateWords.Brief(date.Earliest)} on",
            _ => "day not recorded",
        };
}
