using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The line a reader sees first: how it stands, what it is about, and by how many days.</summary>
internal static class Headlines
{
    /// <param name="notice">The notice.</param>
    /// <param name="title">What is due, as it may be called.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="longest">The most characters: a title that is too long is cut, the days never.</param>
    public static string Of(Notice notice, string title, DateOnly asOf, int longest)
    {
        var (before, after) = (Standing(notice), Days(notice, asOf));
        var room = longest - before.Length - after.Length;
        return $"{before}{OneLine.Of(InSentence(title), Math.Max(room, 8))}{after}";
    }

    /// <summary>A title in the middle of a line: its first letter small, unless an abbreviation begins it.</summary>
    public static string InSentence(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && (char.IsLower(title[1]) || title[1] == ' ') ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static string Standing(Notice notice) => notice.Kind switch
    {
        NoticeKind.Reminder => "Due soon: ",
        NoticeKind.Overdue => "Overdue: ",
        NoticeKind.Outstanding => "Asked for: ",
        NoticeKind.CheckFails => "Not as it should be: ",
        NoticeKind.Question => "Cannot be told: ",
        _ when notice.Timescale is not null || notice.Check is null => "No longer overdue: ",
        _ => "No longer stands: ",
    };

    private static string Days(Notice notice, DateOnly asOf) => notice switch
    {
        { Kind: NoticeKind.Overdue, Timescale: { } row } => $" ({English.Range(row.DaysLateAtLeast, row.DaysLateAtMost)})",
        { Kind: NoticeKind.Reminder, Timescale.Due: { HasEarliest: true } due } =>
            (due.Earliest.DayNumber - asOf.DayNumber) is > 0 and var days ? $" (in {English.Count(days, "day")})" : " (today)",
        { Kind: NoticeKind.Outstanding, Timescale.Started: { HasLatest: true } started } when started.Latest <= asOf =>
            $" ({English.Count(asOf.DayNumber - started.Latest.DayNumber, "day")} so far)",
        _ => string.Empty,
    };
}
