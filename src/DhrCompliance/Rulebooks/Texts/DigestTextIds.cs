using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts of the mail of a day, around the things that it tells.</summary>
public static class DigestTextIds
{
    /// <summary>The subject.</summary>
    public static TextId Subject { get; } = new("digest", "subject", "The subject.", "counts") { Needs = ["counts"] };

    /// <summary>The heading.</summary>
    public static TextId Headline { get; } = new("digest", "headline", "The heading.", "counts") { Needs = ["counts"] };

    /// <summary>The first paragraph.</summary>
    public static TextId Lead { get; } = new("digest", "lead", "The first paragraph.", "today");

    /// <summary>What is told again.</summary>
    public static TextId LeadAgain { get; } = new("digest", "lead-again", "A sentence after it, where something is told again.", "mark");

    /// <summary>The mark of what is new.</summary>
    public static TextId MarkNew { get; } = new("digest", "mark-new", "Before the headline of what is new.");

    /// <summary>The mark of what was told before.</summary>
    public static TextId MarkAgain { get; } = new("digest", "mark-again", "Before the headline of what was told before; it stands for {mark} too.");

    /// <summary>The heading above the list of what is new.</summary>
    public static TextId GlanceHeading { get; } = new("digest", "heading-glance", "The heading above the list of what is new.");

    /// <summary>The heading above what would make it too long.</summary>
    public static TextId MoreHeading { get; } = new("digest", "heading-more", "The heading above what would make the mail too long.");

    /// <summary>What would make it too long.</summary>
    public static TextId More { get; } = new("digest", "more", "What would make the mail too long; the duties stand below it, each with its number.", "count", "delivery") { Needs = ["count"] };

    /// <summary>The heading above what was told before.</summary>
    public static TextId StandingHeading { get; } = new("digest", "heading-standing", "The heading above what was told before and is still so.");

    /// <summary>What was told before.</summary>
    public static TextId StandingLine { get; } = new("digest", "standing-line", "A line of what was told before and is still so; {headline} is how it stands now.", "reference", "headline", "day") { Needs = ["reference", "headline"] };

    /// <summary>How many more.</summary>
    public static TextId StandingMore { get; } = new("digest", "standing-more", "How many more were told before and are still so.", "count") { Needs = ["count"] };

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        Subject, Headline, Lead, LeadAgain, MarkNew, MarkAgain, GlanceHeading, MoreHeading, More, StandingHeading, StandingLine, StandingMore,
    ];
}
