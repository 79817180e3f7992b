using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts of each kind of notice.</summary>
public static class NoticeTextIds
{
    private const string Head = "The heading of the mail and the last part of its subject";
    private const string LeadText = "The first paragraph";
    private const string Missed = "A part of the sentence on days on which no sweep ran: since when it has been so.";

    /// <summary>The heading of a reminder.</summary>
    public static TextId ReminderHeadline { get; } = Headline("reminder", "headline", ".", "days");

    /// <summary>The heading of a reminder on the due date.</summary>
    public static TextId ReminderHeadlineToday { get; } = Headline("reminder", "headline-today", ", on the due date itself.");

    /// <summary>The heading of a reminder whose day is not certain.</summary>
    public static TextId ReminderHeadlineUndated { get; } = Headline("reminder", "headline-undated", ", where the day is not certain.");

    /// <summary>The first paragraph of a reminder.</summary>
    public static TextId ReminderLead { get; } = new("reminder", "lead", $"{LeadText}.", "due");

    /// <summary>Since when it is due soon.</summary>
    public static TextId ReminderMissed { get; } = new("reminder", "missed", Missed, "day");

    /// <summary>The heading of what is overdue.</summary>
    public static TextId OverdueHeadline { get; } = Headline("overdue", "headline", ".", "late");

    /// <summary>The first paragraph of what is overdue.</summary>
    public static TextId OverdueLead { get; } = new("overdue", "lead", $"{LeadText}.", "due", "late");

    /// <summary>Since when it is overdue.</summary>
    public static TextId OverdueMissed { get; } = new("overdue", "missed", Missed, "day");

    /// <summary>The heading of what is asked for.</summary>
    public static TextId OutstandingHeadline { get; } = Headline("outstanding", "headline", ".", "days");

    /// <summary>The heading of what is asked for, where it is not known since when it could have been done.</summary>
    public static TextId OutstandingHeadlineUndated { get; } = Headline("outstanding", "headline-undated", ", where it is not known since when it could have been done.");

    /// <summary>The first paragraph of what is asked for.</summary>
    public static TextId OutstandingLead { get; } = new("outstanding", "lead", $"{LeadText}, where the source gives no limit.");

    /// <summary>The first paragraph of what is asked for, where a date was to be set and none was.</summary>
    public static TextId OutstandingLeadWithoutDate { get; } = new("outstanding", "lead-without-date", $"{LeadText}, where somebody was to set a date and nobody has.");

    /// <summary>Since when it is to be asked for.</summary>
    public static TextId OutstandingMissed { get; } = new("outstanding", "missed", Missed, "day");

    /// <summary>The heading of a check that fails.</summary>
    public static TextId CheckFailsHeadline { get; } = Headline("check-fails", "headline", ".");

    /// <summary>The first paragraph of a check that fails.</summary>
    public static TextId CheckFailsLead { get; } = new("check-fails", "lead", $"{LeadText}.");

    /// <summary>Since when it fails.</summary>
    public static TextId CheckFailsMissed { get; } = new("check-fails", "missed", Missed, "day");

    /// <summary>The heading of a question.</summary>
    public static TextId QuestionHeadline { get; } = Headline("question", "headline", ".");

    /// <summary>The first paragraph of a question.</summary>
    public static TextId QuestionLead { get; } = new("question", "lead", $"{LeadText}.");

    /// <summary>The heading where a lateness no longer stands.</summary>
    public static TextId NoLongerHeadline { get; } = Headline("no-longer-stands", "headline", ", where it was a duty with a date.");

    /// <summary>The heading where a failing check no longer stands.</summary>
    public static TextId NoLongerHeadlineCheck { get; } = Headline("no-longer-stands", "headline-check", ", where it was a check.");

    /// <summary>The first paragraph where something no longer stands.</summary>
    public static TextId NoLongerLead { get; } = new("no-longer-stands", "lead", $"{LeadText}; one of the texts below stands for {{now}}.", "now") { Needs = ["now"] };

    /// <summary>It was done.</summary>
    public static TextId NowDone { get; } = Now("now-done", "It was done.");

    /// <summary>It has another date.</summary>
    public static TextId NowDue { get; } = Now("now-due", "It has a later date.", "due");

    /// <summary>A pause stops its clock.</summary>
    public static TextId NowPaused { get; } = Now("now-paused", "Its clock stands still.");

    /// <summary>It is waived.</summary>
    public static TextId NowWaived { get; } = Now("now-waived", "It is waived.");

    /// <summary>It ended without being done.</summary>
    public static TextId NowEnded { get; } = Now("now-ended", "It ended without being done.");

    /// <summary>It does not apply.</summary>
    public static TextId NowNotApplicable { get; } = Now("now-not-applicable", "It does not apply.");

    /// <summary>The check holds.</summary>
    public static TextId NowHolds { get; } = Now("now-holds", "The check holds.");

    /// <summary>What it was about is gone.</summary>
    public static TextId NowGone { get; } = Now("now-gone", "What it was about is gone.");

    /// <summary>Anything else.</summary>
    public static TextId NowOtherwise { get; } = Now("now-otherwise", "Anything else.");

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        ReminderHeadline, ReminderHeadlineToday, ReminderHeadlineUndated, ReminderLead, ReminderMissed,
        OverdueHeadline, OverdueLead, OverdueMissed,
        OutstandingHeadline, OutstandingHeadlineUndated, OutstandingLead, OutstandingLeadWithoutDate, OutstandingMissed,
        CheckFailsHeadline, CheckFailsLead, CheckFailsMissed,
        QuestionHeadline, QuestionLead,
        NoLongerHeadline, NoLongerHeadlineCheck, NoLongerLead, NowDone, NowDue, NowPaused, NowWaived, NowEnded, NowNotApplicable, NowHolds, NowGone, NowOtherwise,
    ];

    private static TextId Headline(string notice, string key, string when, params ImmutableArray<string> fields) =>
        new(notice, key, Head + when, ["what", .. fields]) { Needs = ["what"] };

    private static TextId Now(string key, string says, params ImmutableArray<string> fields) => new("no-longer-stands", key, $"Stands for {{now}}: {says}", fields);
}
