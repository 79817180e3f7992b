namespace DhrCompliance.Service.Ledger;

/// <summary>A version of who holds a role; its key is everything but the last day. Neither partnership nor case: everywhere.</summary>
public sealed record ContactRow
{
    public string? Partnership { get; init; }

    public string? Case { get; init; }

    public string? Agency { get; init; }

    public required string Role { get; init; }

    public required string Email { get; init; }

    /// <summary>The first day; null: from ever.</summary>
    public string? From { get; init; }

    /// <summary>The last day; null: until now. Before the first day: never.</summary>
    public string? Until { get; init; }

    public DateTimeOffset? WitnessedAt { get; init; }
}
