namespace DhrCompliance.Service.Ledger;

/// <summary>A version of a partnership's adoption of a local pack; its key is partnership, pack and first day.</summary>
public sealed record ProtocolRow
{
    public required string Partnership { get; init; }

    public required string Pack { get; init; }

    /// <summary>The first day; null or empty: from ever.</summary>
    public string? From { get; init; }

    /// <summary>The last day; null: until now. Before the first day: it was never adopted.</summary>
    public string? Until { get; init; }

    public DateTimeOffset? WitnessedAt { get; init; }
}
