namespace DhrCompliance.Service.Ledger;

/// <summary>What became of something that was handed in through the intake folder.</summary>
public sealed record IntakeRow
{
    /// <summary>The name that the folder gave it: never used again.</summary>
    public required string Unit { get; init; }

    /// <summary>The SHA-256 of what was read.</summary>
    public required string Hash { get; init; }

    /// <summary>The only partnership that it is about; empty: none or several.</summary>
    public required string Partnership { get; init; }

    /// <summary>How many things it changed.</summary>
    public required int Made { get; init; }

    /// <summary>How many mistakes kept the rest of it, or all of it, out; 0: there were none.</summary>
    public required int Refused { get; init; }

    /// <summary>What was refused, by its place and without what stood there: fit for a mail.</summary>
    public required string Detail { get; init; }

    /// <summary>When it was recorded. Read only.</summary>
    public DateTimeOffset At { get; init; }
}
