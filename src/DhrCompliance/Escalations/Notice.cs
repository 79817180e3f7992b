using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>What a notice is about: one step of one rule's path for one role. Never wording, file, order or position.</summary>
/// <param name="Subject">The case reference, or the partnership's id.</param>
/// <param name="Duty">The rule's id, without its pack where the pack is an edition of a series; otherwise pack/id.</param>
/// <param name="Instance"><c>once</c>, or the id of the event or item.</param>
/// <param name="Step">The step's id in the path.</param>
/// <param name="Repeat">0 for the step itself, then 1, 2, ... for its repeats.</param>
/// <param name="Role">The role written to.</param>
/// <param name="Generation">Rises when the ground of the step no longer held and arose anew.</param>
public sealed record NoticeKey(string Subject, string Duty, string Instance, string Step, int Repeat, string Role, int Generation)
{
    /// <summary>The key as one line of text, for the ledger and for commands.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Subject}|{Duty}|{Instance}|{Step}|{Repeat}|{Role}|{Generation}");
}

/// <summary>Why a notice is sent.</summary>
public enum NoticeKind
{
    /// <summary>A step before the due date.</summary>
    Reminder,

    /// <summary>A step after the due date.</summary>
    Overdue,

    /// <summary>An outstanding duty is asked for.</summary>
    Outstanding,

    /// <summary>A check fails.</summary>
    CheckFails,

    /// <summary>What is missing is asked for.</summary>
    Question,

    /// <summary>What was told no longer stands.</summary>
    NoLongerStands,
}

/// <summary>One thing to tell one role.</summary>
public sealed record Notice
{
    /// <summary>What it is about.</summary>
    public required NoticeKey Key { get; init; }

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

    /// <summary>True: held until a named person releases it.</summary>
    public required bool Held { get; init; }

    /// <summary>The timescale's row, if it is about one.</summary>
    public TimescaleResult? Timescale { get; init; }

    /// <summary>The check's row, if it is about one.</summary>
    public CheckResult? Check { get; init; }

    /// <summary>All roles told by the same step, this one included.</summary>
    public ImmutableArray<string> ToldTogether { get; init; } = [];
}
