namespace DhrCompliance.Service.Ledger;

/// <summary>A version of a partnership, as the register has it. Where a day is not known it is null (an empty text is taken for null).</summary>
public sealed record PartnershipRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary><c>england</c> or <c>wales</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The day from which its register is kept; null for loaded history.</summary>
    public string? KeptSince { get; init; }

    /// <summary>When the register first saw this version. Read only: the database stamps it.</summary>
    public DateTimeOffset? WitnessedAt { get; init; }
}
