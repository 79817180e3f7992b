using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The line a reader sees first: how it stands, what it is about, and by how many days.</summary>
internal static class Headlines
{
    /// <param name="notice">The notice.</param>
    /// <param name="title">What is due, as it may be called.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="longest">The most characters: a title that is too long is cut, the days never.</param>
    /// <param name="words">The texts.</param>
    public static string Of(Notice notice, string title, DateOnly asOf, int longest, LetterWords words)
    {
        var (text, field, days) = TextOf(notice, asOf);
        var room = longest - words.Of(text, (field, days)).Length;
        return OneLine.Of(words.Of(text, ("what", OneLine.Of(InSentence(title), Math.Max(room, 8))), (field, days)), longest);
    }

    /// <summary>A title in the middle of a line: its first letter small, unless an abbreviation begins it.</summary>
    public static string InSentence(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && (char.IsLower(title[1]) || title[1] == ' ') ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static (TextId Text, string Field, string Days) TextOf(Notice notice, DateOnly asOf) => notice switch
    {
        { Kind: NoticeKind.Reminder, Timescale.Due: { HasEarliest: true } due } => (due.Earliest.DayNumber - asOf.DayNumber) is > 0 and var days
            ? (NoticeTextIds.ReminderHeadline, "days", English.Count(days, "day"))
            : (NoticeTextIds.ReminderHeadlineToday, "", ""),
        { Kind: NoticeKind.Reminder } => (NoticeTextIds.ReminderHeadlineUndated, "", ""),
        { Kind: NoticeKind.Overdue } => (NoticeTextIds.OverdueHeadline, "late", English.Range(notice.Timescale?.DaysLateAtLeast ?? 0, notice.Timescale?.DaysLateAtMost ?? 0)),
        { Kind: NoticeKind.Outstanding, Timescale.Started: { HasLatest: true } started } when started.Latest <= asOf =>
            (NoticeTextIds.OutstandingHeadline, "days", English.Count(asOf.DayNumber - started.Latest.DayNumber, "day")),
        { Kind: NoticeKind.Outstanding } => (NoticeTextIds.OutstandingHeadlineUndated, "", ""),
        { Kind: NoticeKind.CheckFails } => (NoticeTextIds.CheckFailsHeadline, "", ""),
        { Kind: NoticeKind.Question } => (NoticeTextIds.QuestionHeadline, "", ""),
        { Timescale: not null } or { Check: null } => (NoticeTextIds.NoLongerHeadline, "", ""),
        _ => (NoticeTextIds.NoLongerHeadlineCheck, "", ""),
    };
}
