namespace DhrCompliance.Service.Ledger;

/// <summary>How the service has been doing, as the register knows it.</summary>
public sealed record ServiceState
{
    /// <summary>The last sweep that finished; null: none has.</summary>
    public LastSweep? LastSweep { get; init; }

    /// <summary>How many sweeps failed after it.</summary>
    public required int FailuresSince { get; init; }

    /// <summary>The last of these; null: there are none.</summary>
    public SweepFailureRow? LastFailure { get; init; }

    /// <summary>Mails that are to go out.</summary>
    public required int Waiting { get; init; }

    /// <summary>Since when the oldest of them waits that no server has refused yet; null: there is none.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Since when the oldest of them waits that was refused for the time being; null: there is none.</summary>
    public DateTimeOffset? RefusedSince { get; init; }

    /// <summary>Deliveries that will not be sent again by themselves.</summary>
    public required int Failed { get; init; }

    /// <summary>Deliveries that may or may not have been accepted.</summary>
    public required int Unknown { get; init; }

    /// <summary>Deliveries that are held until a named person releases them.</summary>
    public int Held { get; init; }

    /// <summary>Since when the oldest of them is held; null: there is none.</summary>
    public DateTimeOffset? HeldSince { get; init; }
}

/// <summary>A sweep that finished.</summary>
/// <param name="Day">The day that it was for.</param>
/// <param name="At">When it began. What fell due after it is still to be swept for.</param>
/// <param name="Rulebook">The hash of its rulebook.</param>
/// <param name="Failed">How many cases it could not assess.</param>
public sealed record LastSweep(DateOnly Day, DateTimeOffset At, string Rulebook, int Failed);
