using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>One thing to tell one role.</summary>
public sealed record Notice
{
    /// <summary>What it is about.</summary>
    public required NoticeKey Key { get; init; }

    /// <summary>The key as the ledger has it, or will: another than <see cref="Key"/> where it was planned under an earlier name.</summary>
    [AllowNull]
    public NoticeKey StoredAs
    {
        get => field ?? Key;
        init;
    }

    /// <summary>Why.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The path.</summary>
    public required EscalationPath Path { get; init; }

    /// <summary>The step of the path.</summary>
    public required EscalationStep Step { get; init; }

    /// <summary>The day on which it became due to be told.</summary>
    public required DateOnly DueToTell { get; init; }

    /// <summary>The day on which what it tells began: overdue, due soon, to be asked for, or not as it should be; null where that is not known.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>Set where it would have been told earlier, had a sweep run.</summary>
    public Missed? Missed { get; init; }

    /// <summary>True: held until a named person releases it.</summary>
    public required bool Held { get; init; }

    /// <summary>The timescale's row, if it is about one.</summary>
    public TimescaleResult? Timescale { get; init; }

    /// <summary>The check's row, if it is about one.</summary>
    public CheckResult? Check { get; init; }

    /// <summary>All roles told by the same step, this one included.</summary>
    public ImmutableArray<string> ToldTogether { get; init; } = [];

    /// <summary>What this duty's path does next if nothing more is recorded; null: nothing.</summary>
    public NextStep? Next { get; init; }

    /// <summary>Only of what a summary tells, planned on a day on which nobody is written to: true, it is recorded without a mail and comes again on the next day on which somebody is.</summary>
    public bool MailedLater { get; init; }

    /// <summary>True: planned on an earlier day for a role that had nobody then; it is in the ledger already and waits for an address.</summary>
    public bool StillWithoutAddress { get; init; }
}

/// <summary>What a path does next if nothing more is recorded.</summary>
/// <param name="On">The day on which the step is crossed.</param>
/// <param name="Roles">The roles it tells.</param>
/// <param name="AfterApproval">True: only once a named person has released it.</param>
public sealed record NextStep(DateOnly On, ImmutableArray<string> Roles, bool AfterApproval);

/// <summary>Days on which no sweep ran, and what fell into them. All are inclusive.</summary>
/// <param name="From">The day after the last sweep's.</param>
/// <param name="Until">The day before this one's.</param>
/// <param name="Began">The day on which it began, where that is one of them.</param>
/// <param name="Step">The day of the step itself, where that is another one of them.</param>
public sealed record Missed(DateOnly From, DateOnly Until, DateOnly? Began, DateOnly? Step);
