using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>How the service stands, as of one moment. Lost with the process; what must outlive it is in the register.</summary>
public sealed record Standing
{
    /// <summary>When the service began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last asked whether a sweep is due, and made one where it was; null: not yet.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>The last attempt at a sweep; null: there was none.</summary>
    public SweepAttempt? Sweep { get; init; }

    /// <summary>The last attempt at emptying the outbox; null: there was none.</summary>
    public PostAttempt? Post { get; init; }

    /// <summary>When the next sweep is due; null: the schedule has none.</summary>
    public DateTimeOffset? NextDue { get; init; }
}

/// <summary>An attempt at a sweep.</summary>
/// <param name="At">When it began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Day">The day it was for.</param>
/// <param name="Report">What it did; null: it failed.</param>
/// <param name="Failure">Why it failed; null: it did not.</param>
/// <param name="FailedInARow">How many have failed since the last good one, this one included.</param>
public sealed record SweepAttempt(DateTimeOffset At, TimeSpan Took, DateOnly Day, SweepReport? Report, Exception? Failure, int FailedInARow);

/// <summary>An attempt at emptying the outbox.</summary>
/// <param name="At">When it began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Report">What was sent; where nothing could be sent any more, what was until then.</param>
/// <param name="Failure">Why nothing at all can be sent; null: nothing stands in the way.</param>
/// <param name="DownSince">Since when nothing can be sent; null: it can.</param>
public sealed record PostAttempt(DateTimeOffset At, TimeSpan Took, DrainReport Report, Exception? Failure, DateTimeOffset? DownSince);

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
