using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios;

/// <summary>What the rules say of a scenario, beside what it expects of them.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Failures">What is not as expected, in the order of its days; empty: all is.</param>
public sealed record ScenarioResult(Scenario Scenario, ImmutableArray<ScenarioFailure> Failures)
{
    /// <summary>True: everything is as expected.</summary>
    public bool Passed => Failures.IsEmpty;
}

/// <summary>Something that is not as a scenario expects it.</summary>
public sealed record ScenarioFailure
{
    /// <summary>The day on which it was looked at.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The line of what is expected, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What it is about: <c>state of decide</c>.</summary>
    public required string About { get; init; }

    /// <summary>What is expected.</summary>
    public required string Expected { get; init; }

    /// <summary>What the rules say.</summary>
    public required string Found { get; init; }

    /// <summary>How they come to it, row by row.</summary>
    public ImmutableArray<Explanation> Why { get; init; } = [];
}
