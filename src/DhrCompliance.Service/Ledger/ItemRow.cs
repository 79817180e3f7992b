using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>A version of one of the things a review has several of.</summary>
public sealed record ItemRow
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required string Kind { get; init; }

    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    public DateTimeOffset? WitnessedAt { get; init; }
}
