namespace DhrCompliance.Service.Ledger;

/// <summary>A version of another partnership's part in a review.</summary>
public sealed record CasePartnershipRow
{
    /// <summary>The part of a partnership that has none, or none any more.</summary>
    public const string NoPart = "none";

    public required string Reference { get; init; }

    public required string Partnership { get; init; }

    /// <summary><c>joint</c>, <c>lead</c>, <c>contributing</c>, <c>administering</c> or <see cref="NoPart"/>.</summary>
    public required string Part { get; init; }

    public DateTimeOffset? WitnessedAt { get; init; }
}
