namespace DhrCompliance.Service.Ledger;

/// <summary>A notice as it was planned.</summary>
public sealed record NoticeRow
{
    /// <summary>The text of its key.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string Partnership { get; init; }

    public required string Rule { get; init; }

    public required string Kind { get; init; }

    public required string Role { get; init; }

    public required string Step { get; init; }

    public required DateOnly PlannedOn { get; init; }

    /// <summary>True: not to be sent until a named person releases it.</summary>
    public bool Held { get; init; }

    /// <summary>A delivery that carries it, where it is known already; every delivery names its notices in any case.</summary>
    public string? Delivery { get; init; }
}
