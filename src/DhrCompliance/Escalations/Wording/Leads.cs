using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How it stands, in a sentence or two below the headline.</summary>
internal static class Leads
{
    public static string Of(Notice notice, DateOnly asOf, LetterWords words) =>
        notice.Missed is { } missed ? $"{Standing(notice, words)} {Found(notice.Kind, missed, asOf, words)}" : Standing(notice, words);

    private static string Standing(Notice notice, LetterWords words)
    {
        var due = notice.Timescale?.Due is { } day ? DateWords.Limit(day) : string.Empty;
        return notice.Kind switch
        {
            NoticeKind.Reminder => words.Of(NoticeTextIds.ReminderLead, ("due", due)),
            NoticeKind.Overdue => words.Of(
                NoticeTextIds.OverdueLead, ("due", due), ("late", English.Range(notice.Timescale?.DaysLateAtLeast ?? 0, notice.Timescale?.DaysLateAtMost ?? 0))),
            NoticeKind.Outstanding => words.Of(notice.Rule is Timescale { Limit: ByDate } ? NoticeTextIds.OutstandingLeadWithoutDate : NoticeTextIds.OutstandingLead),
            NoticeKind.CheckFails => words.Of(NoticeTextIds.CheckFailsLead),
            NoticeKind.Question => words.Of(NoticeTextIds.QuestionLead),
            _ => words.Of(NoticeTextIds.NoLongerLead, ("now", words.Of(Now(notice), ("due", due)))),
        };
    }

    /// <summary>Why it is told only now.</summary>
    private static string Found(NoticeKind kind, Missed missed, DateOnly asOf, LetterWords words)
    {
        var began = missed.Began is { } day ? words.Of(Became(kind), ("day", DateWords.Day(day))) : null;
        var step = missed.Step is { } on ? words.Of(CommonTextIds.MissedStep, ("day", DateWords.Day(on))) : null;
        var days = missed.From == missed.Until
            ? words.Of(CommonTextIds.MissedDay, ("day", DateWords.Day(missed.From)))
            : words.Of(CommonTextIds.MissedDays, ("from", DateWords.Day(missed.From)), ("until", DateWords.Day(missed.Until)));
        return English.Capital(words.Of(
            CommonTextIds.Missed, ("what", string.Join(", and ", new[] { began, step }.OfType<string>())), ("today", DateWords.Day(asOf)), ("days", days)));
    }

    private static TextId Became(NoticeKind kind) => kind switch
    {
        NoticeKind.Reminder => NoticeTextIds.ReminderMissed,
        NoticeKind.Overdue => NoticeTextIds.OverdueMissed,
        NoticeKind.Outstanding => NoticeTextIds.OutstandingMissed,
        _ => NoticeTextIds.CheckFailsMissed,
    };

    private static TextId Now(Notice notice) => notice switch
    {
        { Timescale.State: TimescaleState.Met or TimescaleState.MetLate } => NoticeTextIds.NowDone,
        { Timescale: { State: TimescaleState.Running or TimescaleState.DueSoon, Due: not null } } => NoticeTextIds.NowDue,
        { Timescale.State: TimescaleState.Paused } => NoticeTextIds.NowPaused,
        { Timescale.State: TimescaleState.Waived } or { Check.State: CheckState.Waived } => NoticeTextIds.NowWaived,
        { Timescale.State: TimescaleState.Ended } => NoticeTextIds.NowEnded,
        { Timescale.State: TimescaleState.NotApplicable } or { Check.State: CheckState.NotApplicable } => NoticeTextIds.NowNotApplicable,
        { Check.State: CheckState.Holds } => NoticeTextIds.NowHolds,
        { Timescale: null, Check: null } => NoticeTextIds.NowGone,
        _ => NoticeTextIds.NowOtherwise,
    };
}
