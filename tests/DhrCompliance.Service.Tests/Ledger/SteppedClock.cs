namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>
/// A clock that goes on only when it is stepped, with its timers. What it shows can be set apart from that, as a person or a time server sets
/// the clock of a machine: no timer notices.
/// </summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<SteppedTimer> _timers = [];
    private TimeSpan _passed;
    private DateTimeOffset _shown = start;

    public DateTimeOffset Now => GetUtcNow();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _shown;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Shows another time from now on.</summary>
    public void Set(DateTimeOffset shown)
    {
        lock (_lock)
        {
            _shown = shown;
        }
    }

    /// <summary>Lets time pass; every timer that comes due meanwhile is called at its moment.</summary>
    public void Step(TimeSpan by)
    {
        var end = TimeSpan.FromTicks(GetTimestamp()) + by;
        while (Next(end) is { } call)
        {
            call();
        }
    }

    private Action? Next(TimeSpan end)
    {
        lock (_lock)
        {
            var timer = _timers.Where(one => one.Due <= end).MinBy(one => one.Due);
            var until = timer is null ? end : timer.Due < _passed ? _passed : timer.Due;
            _shown += until - _passed;
            _passed = until;
            if (timer is null)
            {
                return null;
            }

            timer.Due += timer.Period;
            if (timer.Period <= TimeSpan.Zero)
            {
                _timers.Remove(timer);
            }

            return timer.Call;
        }
    }

    private sealed class SteppedTimer(SteppedClock clock, Action call) : ITimer
    {
        public Action Call { get; } = call;

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._passed + dueTime;
                    clock._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
