namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>How the service stands, as of one moment. Lost with the process; what must outlive it is in the register.</summary>
public sealed record Standing
{
    /// <summary>When the service began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last asked whether a sweep is due; null: not yet.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>The last attempt at a sweep; null: there was none.</summary>
    public SweepAttempt? LastAttempt { get; init; }

    /// <summary>How many attempts in a row have failed.</summary>
    public int FailedInARow { get; init; }

    /// <summary>When the next sweep is due; null: the schedule has none.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>When the outbox was last emptied, or an attempt at it failed; null: not yet.</summary>
    public DateTimeOffset? PostAt { get; init; }

    /// <summary>Why nothing at all can be sent, and what to do; null: nothing stands in the way.</summary>
    public string? PostTrouble { get; init; }

    /// <summary>Since when; null: nothing stands in the way.</summary>
    public DateTimeOffset? PostTroubleSince { get; init; }
}

/// <summary>An attempt at a sweep.</summary>
/// <param name="At">When it began.</param>
/// <param name="Day">The day it was for.</param>
/// <param name="Report">What it did; null: it failed.</param>
/// <param name="Failure">Why it failed; null: it did not.</param>
public sealed record SweepAttempt(DateTimeOffset At, DateOnly Day, SweepReport? Report, Exception? Failure);

/// <summary>How the service stands: told by its jobs, read by whoever is asked after its health, on any thread.</summary>
public sealed class ServeState(DateTimeOffset startedAt)
{
    private readonly Lock _lock = new();
    private Standing _now = new() { StartedAt = startedAt };

    /// <summary>How it stands now.</summary>
    public Standing Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    internal void Tell(Func<Standing, Standing> change)
    {
        lock (_lock)
        {
            _now = change(_now);
        }
    }
}
