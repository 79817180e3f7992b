namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What one column said and says now; null where nothing is known.</summary>
internal sealed record ColumnChange(string Column, string? Old, string? New)
{
    /// <summary>True: what it says is for the register alone, and only that it differs is told.</summary>
    public bool IsPrivate { get; init; }
}
