namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public ManualClock()
        : this(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero))
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
