using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts of the summary of what was late already when it was first looked at.</summary>
public static class BacklogTextIds
{
    /// <summary>The subject.</summary>
    public static TextId Subject { get; } = new("backlog", "subject", "The subject.", "partnership", "counts") { Needs = ["counts"] };

    /// <summary>The heading.</summary>
    public static TextId Headline { get; } = new("backlog", "headline", "The heading.", "partnership", "counts") { Needs = ["counts"] };

    /// <summary>The first paragraph.</summary>
    public static TextId Lead { get; } = new("backlog", "lead", "The first paragraph. {reviews} is a number of reviews.", "partnership", "reviews");

    /// <summary>When the paths begin.</summary>
    public static TextId PathsBegin { get; } = new("backlog", "paths-begin", "The second paragraph: when the paths begin.", "days");

    /// <summary>The heading above the gravest.</summary>
    public static TextId GravestHeading { get; } = new("backlog", "heading-gravest", "The heading above the most serious.");

    /// <summary>How many more.</summary>
    public static TextId More { get; } = new("backlog", "more", "How many more there are of a kind.", "count") { Needs = ["count"] };

    /// <summary>So old at the most.</summary>
    public static TextId AMonth { get; } = new("backlog", "a-month", "In the table of how long things have been late: up to a month.");

    /// <summary>So old at the most.</summary>
    public static TextId SixMonths { get; } = new("backlog", "six-months", "The same: up to six months.");

    /// <summary>So old at the most.</summary>
    public static TextId AYear { get; } = new("backlog", "a-year", "The same: up to a year.");

    /// <summary>So old at the most.</summary>
    public static TextId ThreeYears { get; } = new("backlog", "three-years", "The same: up to three years.");

    /// <summary>Older.</summary>
    public static TextId Longer { get; } = new("backlog", "longer", "The same: longer.");

    /// <summary>The heading above how to see all of it.</summary>
    public static TextId SeeHeading { get; } = new("backlog", "heading-see", "The heading above how to see all of it.");

    /// <summary>How to see all of it.</summary>
    public static TextId See { get; } = new("backlog", "see", "How to see all of it. What is typed stands below it.");

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        Subject, Headline, Lead, PathsBegin, GravestHeading, More, AMonth, SixMonths, AYear, ThreeYears, Longer, SeeHeading, See,
    ];
}
