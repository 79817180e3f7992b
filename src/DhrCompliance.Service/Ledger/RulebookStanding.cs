using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>Which rulebook is in force, and what waits to come into force, as the recorded steps have it.</summary>
public sealed class RulebookStanding
{
    private readonly string? _lastSwept;

    /// <param name="steps">All that is recorded, in order.</param>
    /// <param name="lastSwept">The rulebook of the last finished sweep: in force where nothing was ever adopted, as in a register from before adoption.</param>
    public RulebookStanding(IEnumerable<RulebookStep> steps, string? lastSwept)
    {
        Steps = [.. steps];
        _lastSwept = lastSwept;
    }

    /// <summary>All steps, in order.</summary>
    public ImmutableArray<RulebookStep> Steps { get; }

    /// <summary>The last adoption; null: there was none.</summary>
    public RulebookStep? Adoption => Steps.LastOrDefault(step => step.Kind == RulebookStep.Adopted);

    /// <summary>The hash of the rulebook in force; null: there is none yet.</summary>
    public string? InForce => Adoption?.Hash ?? _lastSwept;

    /// <summary>Proposals that may be adopted, the oldest first: the last word of their source, and not adopted since.</summary>
    public IEnumerable<RulebookStep> Waiting => Steps.Where(IsWaiting);

    /// <summary>The last step of a source; null: there is none.</summary>
    public RulebookStep? LastOf(string source) => Steps.LastOrDefault(step => step.Source == source);

    /// <summary>Whether the rulebook was ever in force.</summary>
    public bool WasInForce(string hash) => hash == _lastSwept || Steps.Any(step => step.Kind == RulebookStep.Adopted && step.Hash == hash);

    /// <summary>Whether a proposal may be adopted still.</summary>
    public bool IsWaiting(RulebookStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind == RulebookStep.Proposed && step.Hash != InForce && LastOf(step.Source) == step
            && !Steps.Any(later => later.Row > step.Row && later.Kind == RulebookStep.Adopted && later.Hash == step.Hash);
    }
}
