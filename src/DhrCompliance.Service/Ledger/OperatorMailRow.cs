namespace DhrCompliance.Service.Ledger;

/// <summary>A mail to the person who runs the service, which a transport accepted.</summary>
public sealed record OperatorMailRow
{
    /// <summary>A word for the trouble, such as <c>sweep</c> or <c>deliveries</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What tells one trouble of the kind from another.</summary>
    public required string About { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>When it was recorded. Read only.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True: no sweep has finished since. Read only.</summary>
    public bool SinceLastSweep { get; init; }
}
