using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts that mails of several kinds share.</summary>
public static class CommonTextIds
{
    /// <summary>Why it is told only now.</summary>
    public static TextId Missed { get; } = Common("missed", "A sentence of the first paragraph, where no sweep ran on the days on which it fell due: {what} is the text 'missed' of the notice, 'missed-step', or both.", "what", "today", "days");

    /// <summary>The day of a step fell on a day without a sweep.</summary>
    public static TextId MissedStep { get; } = Common("missed-step", "A part of that sentence: the day of the step.", "day");

    /// <summary>One day without a sweep.</summary>
    public static TextId MissedDay { get; } = Common("missed-day", "Stands for {days} in that sentence: one day.", "day");

    /// <summary>Several days without a sweep.</summary>
    public static TextId MissedDays { get; } = Common("missed-days", "Stands for {days} in that sentence: several days.", "from", "until");

    /// <summary>What happens next.</summary>
    public static TextId Next { get; } = Common("next", "What the path does next.", "roles", "day");

    /// <summary>What happens next, where quiet days may put it off.</summary>
    public static TextId NextQuiet { get; } = Common("next-quiet", "What the path does next, where weekends and holidays are quiet.", "roles", "day");

    /// <summary>What happens next, after approval.</summary>
    public static TextId NextApproved { get; } = Common("next-approved", "What the path does next, once a person has approved it.", "roles", "day");

    /// <summary>What happens next, after approval, where quiet days may put it off.</summary>
    public static TextId NextQuietApproved { get; } = Common("next-quiet-approved", "What the path does next, once a person has approved it, where weekends and holidays are quiet.", "roles", "day");

    /// <summary>Nothing happens next.</summary>
    public static TextId NextNone { get; } = Common("next-none", "Where the path does nothing more.");

    /// <summary>What meets a duty.</summary>
    public static TextId MetBy { get; } = Common("met-by", "What has to be recorded for it to count as done.", "events");

    /// <summary>What meets a duty, all of it.</summary>
    public static TextId MetByAll { get; } = Common("met-by-all", "The same, where all of several things have to be.", "events");

    /// <summary>What meets a duty, one of several.</summary>
    public static TextId MetByAny { get; } = Common("met-by-any", "The same, where one of several things has to be.", "events");

    /// <summary>The order in which things are to happen.</summary>
    public static TextId InOrder { get; } = Common("in-order", "What a check of an order asks for.", "events");

    /// <summary>What stands in the place of a title that must not leave.</summary>
    public static TextId UnnamedTitle { get; } = Common("unnamed-title", "In the place of a rule's title that would tell something sensitive.");

    /// <summary>Why it is not named.</summary>
    public static TextId Unnamed { get; } = Common("unnamed", "What is said of such a rule, and nothing else.");

    /// <summary>The heading above how it came about.</summary>
    public static TextId CameAboutHeading { get; } = Heading("came-about", "how the date or the state came about");

    /// <summary>The heading above what would settle it.</summary>
    public static TextId SettleHeading { get; } = Heading("settle", "what is missing");

    /// <summary>The heading above what meets it.</summary>
    public static TextId MeetsHeading { get; } = Heading("meets", "what has to be recorded");

    /// <summary>The heading above what happens next.</summary>
    public static TextId NextHeading { get; } = Heading("next", "what happens next");

    /// <summary>The heading above the sources.</summary>
    public static TextId SourcesHeading { get; } = Heading("sources", "the sources");

    /// <summary>The heading above why it is not named.</summary>
    public static TextId UnnamedHeading { get; } = Heading("unnamed", "why a duty is not named");

    /// <summary>The heading above how to acknowledge.</summary>
    public static TextId AcknowledgeHeading { get; } = Heading("acknowledge", "how to acknowledge");

    /// <summary>What an acknowledgement does.</summary>
    public static TextId Acknowledge { get; } = Common("acknowledge", "What an acknowledgement does, where its step is repeated. What is typed stands below it.", "days");

    /// <summary>What an acknowledgement does, where its step is not repeated.</summary>
    public static TextId AcknowledgeOnce { get; } = Common("acknowledge-once", "The same, where its step is not repeated.");

    /// <summary>What an acknowledgement does, among many.</summary>
    public static TextId AcknowledgeBrief { get; } = Common("acknowledge-brief", "The same in a mail of many things, above what is typed: where its step is repeated.", "days");

    /// <summary>What an acknowledgement does, among many, where its step is not repeated.</summary>
    public static TextId AcknowledgeBriefOnce { get; } = Common("acknowledge-brief-once", "The same in a mail of many things, above what is typed: where its step is not repeated.");

    /// <summary>The mail was held.</summary>
    public static TextId Held { get; } = Common("held", "The first line of the small print, where a person had to approve the mail.");

    /// <summary>From what it was written, and what to do.</summary>
    public static TextId Written { get; } = Common("written", "The small print, where the path does nothing more.", "today");

    /// <summary>From what it was written, and what to do before the next step.</summary>
    public static TextId WrittenBeforeNext { get; } = Common("written-before-next", "The small print, where there is a next step.", "today");

    /// <summary>It names no person.</summary>
    public static TextId NamesNobody { get; } = Common("names-nobody", "The last line of the small print.");

    /// <summary>It names no person, where it is about several things.</summary>
    public static TextId NamesNobodyOfSeveral { get; } = Common("names-nobody-of-several", "The same in a mail of several things.");

    /// <summary>The subject of a mail about one thing.</summary>
    public static TextId Subject { get; } = Common("subject", "The subject of a mail about one thing; {headline} is the headline of its kind. Where it would be too long, what it is about is cut.", "reference", "headline")
        with
    { Needs = ["reference", "headline"] };

    /// <summary>The subject of a mail about one thing, where a review has no name.</summary>
    public static TextId SubjectWithoutShort { get; } = Common("subject-without-short", "The same, where no edition says what a review is called for short.", "reference", "headline")
        with
    { Needs = ["reference", "headline"] };

    /// <summary>An entry of the calendar.</summary>
    public static TextId Calendar { get; } = Common("calendar", "What an entry of the calendar that comes with a mail is called.", "what", "reference") with { Needs = ["what"] };

    /// <summary>What a review is called where nothing says it.</summary>
    public static TextId Review { get; } = new("common", "review", "Stands for {review} where no edition says what a review is called.") { HasNames = false };

    /// <summary>What a review is called for short where nothing says it.</summary>
    public static TextId ReviewForShort { get; } = new("common", "short", "Stands for {short} where no edition says what a review is called for short.") { HasNames = false };

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        Missed, MissedStep, MissedDay, MissedDays, Next, NextQuiet, NextApproved, NextQuietApproved, NextNone, MetBy, MetByAll, MetByAny, InOrder, UnnamedTitle, Unnamed,
        CameAboutHeading, SettleHeading, MeetsHeading, NextHeading, SourcesHeading, UnnamedHeading, AcknowledgeHeading,
        Acknowledge, AcknowledgeOnce, AcknowledgeBrief, AcknowledgeBriefOnce, Held, Written, WrittenBeforeNext, NamesNobody, NamesNobodyOfSeveral,
        Subject, SubjectWithoutShort, Calendar, Review, ReviewForShort,
    ];

    private static TextId Common(string key, string says, params ImmutableArray<string> fields) => new("common", key, says, fields);

    private static TextId Heading(string of, string above) => Common($"heading-{of}", $"The heading above {above}.");
}
