using System.Collections.Immutable;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>One worked example: what the engine concludes of a small made-up case.</summary>
public sealed record RuleExample
{
    /// <summary>What is recorded in the case, each as a phrase with its day.</summary>
    public ImmutableArray<string> Recorded { get; init; } = [];

    /// <summary>What follows, in sentences.</summary>
    public required string Outcome { get; init; }

    /// <summary>When the clock started; null where there is no clock.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>The last day on which it is in time; null where there is none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The last working day on or before the due date.</summary>
    public DateOnly? Target { get; init; }

    /// <summary>The first day overdue: the engine calls it overdue then and not the day before.</summary>
    public DateOnly? FirstOverdue { get; init; }

    /// <summary>The day on which it is asked for, where the source gives no number.</summary>
    public DateOnly? AskedFor { get; init; }
}
