namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>
/// The time between two attempts at what keeps failing: a minute, then twice as long each time, an hour at most. Measured by what
/// passes, not by what the clock shows, which may be what is wrong.
/// </summary>
public sealed class Pause(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private long _since;

    /// <summary>How many attempts in a row have failed.</summary>
    public int Failures { get; private set; }

    /// <summary>How long to wait from the last failed attempt to the next.</summary>
    public TimeSpan Length => Failures == 0 ? TimeSpan.Zero
        : Failures > 6 ? Longest
        : TimeSpan.FromMinutes(1 << (Failures - 1));

    /// <summary>Whether to wait still.</summary>
    public bool IsOn => Failures > 0 && clock.GetElapsedTime(_since) < Length;

    /// <summary>An attempt failed.</summary>
    public void Failed()
    {
        Failures++;
        _since = clock.GetTimestamp();
    }

    /// <summary>An attempt went well.</summary>
    public void Over() => Failures = 0;
}
