using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What was appended, and what was not.</summary>
internal sealed record ImportOutcome
{
    /// <summary>The differences made, with the ids that were given.</summary>
    public required ImmutableArray<Change> Made { get; init; }

    /// <summary>What was not imported, and why.</summary>
    public required ImmutableArray<Mistake> Refused { get; init; }

    /// <summary>Rows that changed nothing.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Whether the transaction is to be committed: nothing was refused, or only a part was asked for and there is one.</summary>
    public required bool IsToCommit { get; init; }
}
