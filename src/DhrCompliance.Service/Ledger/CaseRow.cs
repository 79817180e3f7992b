using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>A version of a review.</summary>
public sealed record CaseRow
{
    public required string Reference { get; init; }

    /// <summary>The partnership that commissioned it.</summary>
    public required string Partnership { get; init; }

    /// <summary>The day from which its register is kept; null: as its partnership's.</summary>
    public string? KeptSince { get; init; }

    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    public DateTimeOffset? WitnessedAt { get; init; }
}
