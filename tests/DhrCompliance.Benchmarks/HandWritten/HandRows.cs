using DhrCompliance.Assessments;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>A timescale's row: its state and its dates, without reasons.</summary>
public readonly record struct HandRow(
    string Rule,
    string Instance,
    TimescaleState State,
    DateOnly? Started = null,
    DateOnly? OriginalDue = null,
    DateOnly? Due = null,
    DateOnly? Target = null,
    DateOnly? AskedFor = null,
    DateOnly? MetOn = null,
    int DaysLate = 0,
    int DaysLateAgainstOriginal = 0);

/// <summary>A check's row.</summary>
public readonly record struct HandCheck(string Rule, string Instance, CheckState State, DateOnly? At = null);

/// <summary>What the hand-written assessor finds of a case.</summary>
public sealed class HandResult
{
    public bool IsLive { get; init; }

    public bool ReviewRequired { get; init; }

    public bool CircumstancesOfConcern { get; init; }

    public DateOnly? NextChangeOn { get; set; }

    /// <summary>Days from each milestone to the next.</summary>
    public List<int> Milestones { get; } = new(8);

    public List<HandRow> Timescales { get; } = new(16);

    public List<HandCheck> Checks { get; } = new(16);
}
