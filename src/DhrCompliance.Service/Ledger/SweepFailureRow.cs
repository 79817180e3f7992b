namespace DhrCompliance.Service.Ledger;

/// <summary>A sweep that was to run and did not finish.</summary>
public sealed record SweepFailureRow
{
    /// <summary>The day that it was for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>A word for what stood in the way: one of <see cref="SweepFailureKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>A sentence with what to do. It stands in mails and in the service's health, so it holds no path and nothing that a case or a server says.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was recorded. Read only.</summary>
    public DateTimeOffset? At { get; init; }
}
