using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts of the mail of the week.</summary>
public static class WeekTextIds
{
    /// <summary>The subject.</summary>
    public static TextId Subject { get; } = new("week", "subject", "The subject.", "stands") { Needs = ["stands"] };

    /// <summary>The heading.</summary>
    public static TextId Headline { get; } = new("week", "headline", "The heading.", "stands") { Needs = ["stands"] };

    /// <summary>The heading above a partnership.</summary>
    public static TextId Heading { get; } = new("week", "heading", "The heading above a partnership.", "partnership") { Needs = ["partnership"] };

    /// <summary>Nothing is wrong.</summary>
    public static TextId Stands { get; } = new("week", "stands", "Stands for {stands}, where nothing is wrong. {reviews} is a number of reviews.", "reviews") { Needs = ["reviews"] };

    /// <summary>Something is wrong.</summary>
    public static TextId StandsWrong { get; } = new("week", "stands-wrong", "Stands for {stands}, where something is wrong. {reviews} is a number of reviews.", "reviews", "counts") { Needs = ["counts"] };

    /// <summary>Reviews that could not be assessed.</summary>
    public static TextId NotAssessed { get; } = new("week", "not-assessed", "A part of {counts}: reviews that could not be assessed.", "count") { Needs = ["count"] };

    /// <summary>The first paragraph.</summary>
    public static TextId Lead { get; } = new("week", "lead", "The first paragraph: how a partnership stands, from which month on the rules count, and up to which month holidays are known.", "stands", "rules", "until") { Needs = ["stands"] };

    /// <summary>The first paragraph, without holidays.</summary>
    public static TextId LeadNoHolidays { get; } = new("week", "lead-no-holidays", "The same, where no holidays are known.", "stands", "rules") { Needs = ["stands"] };

    /// <summary>A label.</summary>
    public static TextId OverdueLabel { get; } = new("week", "label-overdue", "A label of the table: overdue.");

    /// <summary>Overdue, and explained.</summary>
    public static TextId OverdueExplained { get; } = new("week", "overdue-explained", "Its value, where some have a recorded reason with a dated next step. {all} are overdue, {explained} of them explained.", "all", "explained") { Needs = ["all", "explained"] };

    /// <summary>A label.</summary>
    public static TextId CheckFailsLabel { get; } = new("week", "label-check-fails", "A label of the table: not as it should be.");

    /// <summary>A label.</summary>
    public static TextId OutstandingLabel { get; } = new("week", "label-outstanding", "A label of the table: asked for, without a limit.");

    /// <summary>A label.</summary>
    public static TextId ReminderLabel { get; } = new("week", "label-reminder", "A label of the table: due soon.");

    /// <summary>A label.</summary>
    public static TextId QuestionLabel { get; } = new("week", "label-question", "A label of the table: cannot be told.");

    /// <summary>A label.</summary>
    public static TextId FailedLabel { get; } = new("week", "label-failed", "A label of the table: could not be assessed.");

    /// <summary>Its value.</summary>
    public static TextId Failed { get; } = new("week", "failed", "Its value. {reviews} is a number of reviews.", "reviews") { Needs = ["reviews"] };

    /// <summary>A label.</summary>
    public static TextId GoodPracticeLabel { get; } = new("week", "label-good-practice", "A label of the table: good practice that is outstanding or not as it should be.");

    /// <summary>A label.</summary>
    public static TextId HeldLabel { get; } = new("week", "label-held", "A label of the table: mails that wait for approval.");

    /// <summary>Its value, without any.</summary>
    public static TextId HeldNone { get; } = new("week", "held-none", "Its value, where none does.");

    /// <summary>Its value.</summary>
    public static TextId Held { get; } = new("week", "held", "Its value. {day} is since when the first of them waits.", "count", "day") { Needs = ["count"] };

    /// <summary>A label.</summary>
    public static TextId VacantLabel { get; } = new("week", "label-vacant", "A label of the table: roles that nobody holds and for which something waits.");

    /// <summary>A label.</summary>
    public static TextId EndingLabel { get; } = new("week", "label-ending", "A label of the table: contacts that end soon.");

    /// <summary>Its value.</summary>
    public static TextId Ending { get; } = new("week", "ending", "A part of its value: a role, and the last day of its contact.", "role", "day") { Needs = ["role", "day"] };

    /// <summary>A label.</summary>
    public static TextId RulesLabel { get; } = new("week", "label-rules", "A label of the table: the rules in force.");

    /// <summary>Its value.</summary>
    public static TextId Rules { get; } = new("week", "rules", "Its value: the hash of the rules, and since when the register knows them.", "hash", "day") { Needs = ["hash"] };

    /// <summary>A label.</summary>
    public static TextId TrailLabel { get; } = new("week", "label-trail", "A label of the table: the audit trail.");

    /// <summary>Its value.</summary>
    public static TextId Trail { get; } = new("week", "trail", "Its value: how many entries the trail has, and the hash of the last: kept in a mail, it shows whether entries were cut off.", "count", "hash") { Needs = ["count", "hash"] };

    /// <summary>It comes always.</summary>
    public static TextId Always { get; } = new("week", "always", "The last paragraph.", "today");

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        Subject, Headline, Heading, Stands, StandsWrong, NotAssessed, Lead, LeadNoHolidays, OverdueLabel, OverdueExplained, CheckFailsLabel,
        OutstandingLabel, ReminderLabel, QuestionLabel, FailedLabel, Failed, GoodPracticeLabel, HeldLabel, HeldNone, Held, VacantLabel, EndingLabel,
        Ending, RulesLabel, Rules, TrailLabel, Trail, Always,
    ];
}
