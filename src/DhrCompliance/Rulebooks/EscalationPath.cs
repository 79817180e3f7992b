using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks;

/// <summary>Who is told, when, about a duty that nears or passes its date.</summary>
public sealed record EscalationPath
{
    /// <summary>The path's id.</summary>
    public required string Id { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>True: nothing goes out on weekends and holidays (<c>quiet: weekends-and-holidays</c>).</summary>
    public bool QuietOnNonWorkingDays { get; init; }

    /// <summary>The steps, from the earliest on.</summary>
    public required ImmutableArray<EscalationStep> Steps { get; init; }

    /// <summary>The most days an acknowledgement may hold repeats back; null: it may not.</summary>
    public int? AcknowledgeAtMostDays { get; init; }

    /// <summary>A recorded reason with a dated next step holds the steps above this role until that date; null: nothing does.</summary>
    public string? Explained { get; init; }

    /// <summary>Who is asked for what is missing; null: nobody by mail.</summary>
    public CannotTellAsking? CannotTell { get; init; }

    /// <summary>Who is told when a mail cannot be delivered.</summary>
    public ImmutableArray<string> Undeliverable { get; init; } = [];
}

/// <summary>One step of a path.</summary>
public sealed record EscalationStep
{
    /// <summary>Unique within the path; part of every notice's key.</summary>
    public required string Id { get; init; }

    /// <summary>The ids it had before: what was told under them is not told again.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary>Days from the due date: -14 is 14 days before, 1 the first day overdue.</summary>
    public required int OffsetDays { get; init; }

    /// <summary>Repeated every so many days after; null: once.</summary>
    public int? EveryDays { get; init; }

    /// <summary>Roles; <c>owner</c> stands for the rule's own.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>True: planned as held until a named person releases it.</summary>
    public bool ApprovalRequired { get; init; }

    /// <summary>True: told at once in a mail of its own, whatever else is told that day.</summary>
    public bool Urgent { get; init; }
}

/// <summary>Who is asked when it cannot be told, how often, and whom it reaches then.</summary>
/// <param name="Role">The role asked.</param>
/// <param name="EveryDays">How often, in days.</param>
/// <param name="AtMost">How many times at most.</param>
/// <param name="Then">The role told after that; null: nobody.</param>
public sealed record CannotTellAsking(string Role, int EveryDays, int AtMost, string? Then);
