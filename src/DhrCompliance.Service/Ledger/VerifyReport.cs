using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>What was looked at, and every problem in words.</summary>
public sealed record VerifyReport
{
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>Where each chain ends.</summary>
    public required ImmutableArray<ChainHead> Heads { get; init; }

    /// <summary>Entries of all chains.</summary>
    public required long Entries { get; init; }

    /// <summary>Rows of other systems that have no place in a chain yet; the next act of writing gives them one.</summary>
    public required long Waiting { get; init; }

    /// <summary>Rows that were removed together with their salts, as a redaction or retention does: the chain still holds their digests.</summary>
    public required long Removed { get; init; }

    public bool IsSound => Problems.IsEmpty;
}
