using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How it stands, in a sentence or two below the headline.</summary>
internal static class Leads
{
    public static string Of(Notice notice, DateOnly asOf) =>
        notice.Missed is { } missed ? $"{Standing(notice)} {Found(notice.Kind, missed, asOf)}" : Standing(notice);

    private static string Standing(Notice notice) => notice.Kind switch
    {
        NoticeKind.Reminder => notice.Timescale?.Due is { } due ? $"This is due by {DateWords.Limit(due)}." : "This is due soon.",
        NoticeKind.Overdue => notice.Timescale is { Due: { } due } row
            ? $"This was due by {DateWords.Limit(due)} and is not recorded as done. It is overdue by {English.Range(row.DaysLateAtLeast, row.DaysLateAtMost)}."
            : "This is overdue.",
        NoticeKind.Outstanding when notice.Rule is Timescale { Limit: ByDate } =>
            "This is not recorded as done. Nobody has set a date for it, so it is not late; it is asked for now, and so is a date.",
        NoticeKind.Outstanding => "This is not recorded as done. Its source gives no limit, so it is not late; it is asked for now.",
        NoticeKind.CheckFails => "What should be so is not, by what is recorded.",
        NoticeKind.Question => "How this stands cannot be told, because something that would tell it is not recorded. Nobody is called late for it.",
        _ => $"You were told of this earlier. It no longer stands: {Now(notice)}.",
    };

    /// <summary>Why it is told only now.</summary>
    private static string Found(NoticeKind kind, Missed missed, DateOnly asOf)
    {
        var began = missed.Began is { } day ? $"{Became(kind)} {DateWords.Day(day)}" : null;
        var step = missed.Step is { } on ? $"this step fell due on {DateWords.Day(on)}" : null;
        var days = missed.From == missed.Until ? $"on {DateWords.Day(missed.From)}" : $"from {DateWords.Day(missed.From)} to {DateWords.Day(missed.Until)}";
        return English.Capital($"{string.Join(", and ", new[] { began, step }.OfType<string>())}; found on {DateWords.Day(asOf)}, because no sweep ran {days}.");
    }

    private static string Became(NoticeKind kind) => kind switch
    {
        NoticeKind.Reminder => "it became due soon on",
        NoticeKind.Overdue => "it became overdue on",
        NoticeKind.Outstanding => "it was to be asked for from",
        _ => "it has not been as it should be since",
    };

    private static string Now(Notice notice) => notice switch
    {
        { Timescale.State: TimescaleState.Met or TimescaleState.MetLate } => "it is recorded as done",
        { Timescale: { State: TimescaleState.Running or TimescaleState.DueSoon, Due: { } due } } => $"it is now due by {DateWords.Limit(due)}",
        { Timescale.State: TimescaleState.Paused } => "a recorded pause stops its clock",
        { Timescale.State: TimescaleState.Waived } or { Check.State: CheckState.Waived } => "a recorded ground waives it",
        { Timescale.State: TimescaleState.Ended } => "it has ended",
        { Timescale.State: TimescaleState.NotApplicable } or { Check.State: CheckState.NotApplicable } => "it does not apply to this review",
        { Check.State: CheckState.Holds } => "it is as it should be",
        { Timescale: null, Check: null } => "what it was about is no longer recorded so",
        _ => "what is recorded now gives no ground for it",
    };
}
