namespace DhrCompliance.Service.Ledger;

/// <summary>A sweep that was to run and did not finish.</summary>
public sealed record SweepFailureRow
{
    /// <summary>The day that it was for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>A word for what stood in the way, such as <c>rules</c> or <c>clock</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A sentence with what to do.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was recorded. Read only.</summary>
    public DateTimeOffset? At { get; init; }
}
