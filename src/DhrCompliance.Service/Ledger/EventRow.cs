using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>A version of something that happened or is planned.</summary>
public sealed record EventRow
{
    public required string Id { get; init; }

    /// <summary>A case, or a partnership for its own events.</summary>
    public required string Reference { get; init; }

    /// <summary>The item it happened to; null for the case itself.</summary>
    public string? Item { get; init; }

    public required string Event { get; init; }

    /// <summary>As it was written (<c>2013-07</c>, <c>by 2016</c>); null or empty: it happened, nobody knows when.</summary>
    public string? Date { get; init; }

    public bool Withdrawn { get; init; }

    public string? Note { get; init; }

    public string? RecordedBy { get; init; }

    /// <summary>When its source says it was recorded, as written.</summary>
    public string? RecordedAt { get; init; }

    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    public DateTimeOffset? WitnessedAt { get; init; }
}
