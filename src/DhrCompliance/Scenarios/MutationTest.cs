using System.Collections.Immutable;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Reading.Mutations;

namespace DhrCompliance.Scenarios;

/// <summary>What became of a mutation.</summary>
public enum MutationFate
{
    /// <summary>A scenario is no longer as expected.</summary>
    Noticed,

    /// <summary>Every scenario is as expected, as if nothing had been changed.</summary>
    Unnoticed,

    /// <summary>The rules cannot be read with it: the reader notices it.</summary>
    Refused,
}

/// <summary>Tries whether scenarios notice that the rules were changed.</summary>
public sealed class MutationTest
{
    private readonly RuleMutants _mutants;
    private readonly ImmutableArray<Scenario> _scenarios;

    /// <summary>Prepares the test of rules that were read without a mistake, and whose scenarios are all as expected.</summary>
    /// <param name="files">The files.</param>
    /// <param name="rulebook">What was read from them.</param>
    public MutationTest(IReadOnlyList<RuleFile> files, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _mutants = RuleMutants.Of(files, rulebook);
        _scenarios = rulebook.Scenarios;
    }

    /// <summary>Every mutation, by file, line and column.</summary>
    public ImmutableArray<Mutation> Mutations => _mutants.All;

    /// <summary>Runs scenarios until one notices the mutation. May be called from several threads.</summary>
    /// <param name="mutation">One of <see cref="Mutations"/>.</param>
    public MutationFate Try(Mutation mutation)
    {
        ArgumentNullException.ThrowIfNull(mutation);
        return _mutants.Read(mutation) is not { } rulebook ? MutationFate.Refused
            : ScenarioRunner.Lazily(rulebook, _scenarios.OrderByDescending(scenario => Likelihood(scenario, mutation))).All(result => result.Passed) ? MutationFate.Unnoticed
            : MutationFate.Noticed;
    }

    /// <summary>Those come first that are about the rule, then those of its pack: most mutations are noticed by the first few.</summary>
    private static int Likelihood(Scenario scenario, Mutation mutation) =>
        (scenario.Pack == mutation.Pack ? 1 : 0)
        + (scenario.Steps.Any(step => step.States.Any(state => mutation.Of == state.Row.Rule || mutation.Of == $"{mutation.Pack}/{state.Row.Rule}")) ? 2 : 0);
}

/// <summary>A mutation with what became of it.</summary>
public sealed record TriedMutation(Mutation Mutation, MutationFate Fate);
