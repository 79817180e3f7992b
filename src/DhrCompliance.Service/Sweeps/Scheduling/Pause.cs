namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>
/// The time between two attempts at what keeps failing: a minute, then twice as long each time, an hour at most. Measured by what
/// passes, not by what the clock shows, which may be what is wrong.
/// </summary>
public sealed class Pause(TimeProvider clock)
{
    private const int FailuresUntilLongest = 7;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Who asks every minute is not held back a whole minute more by a moment.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private long _since;

    /// <summary>How many attempts in a row have failed.</summary>
    public int Failures { get; private set; }

    /// <summary>How long to wait from the beginning of the last failed attempt to the next.</summary>
    public TimeSpan Length => Failures switch
    {
        0 => TimeSpan.Zero,
        >= FailuresUntilLongest => Longest,
        _ => TimeSpan.FromMinutes(1 << (Failures - 1)),
    };

    /// <summary>Whether to wait still.</summary>
    public bool IsOn => Failures > 0 && clock.GetElapsedTime(_since) + Margin < Length;

    /// <summary>An attempt failed that began at this timestamp.</summary>
    public void Failed(long began) => (Failures, _since) = (Failures + 1, began);

    /// <summary>An attempt went well.</summary>
    public void Over() => Failures = 0;
}
