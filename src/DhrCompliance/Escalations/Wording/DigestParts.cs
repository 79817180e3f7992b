using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What one person's mail of a day is made of.</summary>
public sealed record DigestParts
{
    /// <summary>The day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The id of the mail, by which what it tells can be acknowledged.</summary>
    public required string Delivery { get; init; }

    /// <summary>What is new, in the order of <see cref="DigestWriter.InOrder"/>: its place, counted from 1, is its number.</summary>
    public required ImmutableArray<DigestEntry> New { get; init; }

    /// <summary>What was told before and is still so, the gravest first.</summary>
    public ImmutableArray<DigestStanding> Standing { get; init; } = [];

    /// <summary>How many more were told before and are still so.</summary>
    public int StandingBeyond { get; init; }

    /// <summary>How partnerships stand, where the mail of the week falls on the day.</summary>
    public ImmutableArray<WeekReport> Weeks { get; init; } = [];

    /// <summary>The rulebook: its texts, and what roles are called.</summary>
    public required Rulebook Rulebook { get; init; }
}

/// <summary>Something new.</summary>
/// <param name="Partnership">What the partnership is called.</param>
/// <param name="Entry">What is told.</param>
public sealed record DigestEntry(string Partnership, Entry Entry)
{
    /// <summary>True: the reader was told of the same duty before, and it is still so.</summary>
    public bool IsAgain { get; init; }
}

/// <summary>Something told before.</summary>
/// <param name="Reference">The case, or the partnership.</param>
/// <param name="Line">How it stands now.</param>
/// <param name="ToldOn">The day of the mail that told it last.</param>
public sealed record DigestStanding(string Reference, string Line, DateOnly ToldOn);
