namespace DhrCompliance.Service.Tests.Post;

/// <summary>Does something each time a batch begins: a drain measures each one, from its beginning to its end.</summary>
internal sealed class HookedClock(TimeProvider clock, Action<int> begun) : TimeProvider
{
    private int _asked;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp()
    {
        if (++_asked % 2 == 1)
        {
            begun((_asked + 1) / 2);
        }

        return clock.GetTimestamp();
    }
}

/// <summary>Whoever waits for it finds the time gone by at once; nothing else passes any.</summary>
internal sealed class LeapingClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<TimeSpan> _slept = [];

    public IReadOnlyList<TimeSpan> Slept => _slept;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    private TimeSpan Passed => _slept.Aggregate(TimeSpan.Zero, (sum, one) => sum + one);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _slept.Add(dueTime);
        }

        return base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
