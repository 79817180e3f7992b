using DhrCompliance.Service.Commands.Serving.Health;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>An answer comes soon, whatever the facts take; limits of time here are only there so that a hang ends.</summary>
public sealed class HealthDeskTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private readonly List<Exception> _failures = [];

    [Fact]
    public async Task Facts_are_looked_up_when_somebody_asks()
    {
        var desk = new HealthDesk(Facts, _failures.Add, _clock);

        (await desk.Report()).AsOf.ShouldBe(_clock.Now);
        _failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_look_hangs_the_last_facts_serve_with_their_age_and_nobody_looks_twice()
    {
        using var hang = new ManualResetEventSlim(true);
        var looks = 0;
        var desk = new HealthDesk(
            () =>
            {
                Interlocked.Increment(ref looks);
                hang.Wait(Guard);
                return Facts();
            },
            _failures.Add,
            _clock);
        var first = await desk.Report().WaitAsync(Guard);
        first.AsOf.ShouldBe(_clock.Now);

        hang.Reset();
        await Task.Delay(TimeSpan.FromSeconds(2.1), _clock);
        _clock.Now += TimeSpan.FromMinutes(11);
        var reports = await Task.WhenAll(desk.Report(), desk.Report(), desk.Report()).WaitAsync(Guard);
        reports.ShouldAllBe(report => report.AsOf == first.AsOf);
        reports[0].Findings.Single(finding => finding.Name == "facts").Level.ShouldBe(HealthLevel.Unhealthy);
        looks.ShouldBe(2);

        hang.Set();
        (await desk.Report().WaitAsync(Guard)).AsOf.ShouldBe(_clock.Now);
        looks.ShouldBe(2);
    }

    [Fact]
    public async Task A_first_look_that_hangs_is_answered_as_not_known()
    {
        using var hang = new ManualResetEventSlim();
        var desk = new HealthDesk(
            () =>
            {
                hang.Wait(Guard);
                return Facts();
            },
            _failures.Add,
            _clock);

        var report = await desk.Report().WaitAsync(Guard);
        hang.Set();
        (report.Level, report.AsOf).ShouldBe((HealthLevel.Unhealthy, null));
    }

    [Fact]
    public async Task A_look_that_fails_is_told_and_the_last_facts_stay()
    {
        var desk = new HealthDesk(() => throw new InvalidOperationException("a fault"), _failures.Add, _clock);

        (await desk.Report()).Level.ShouldBe(HealthLevel.Unhealthy);
        _failures.Single().Message.ShouldBe("a fault");
    }

    [Fact]
    public void The_file_is_looked_through_once_a_day_and_beside_everything_else()
    {
        using var hang = new ManualResetEventSlim();
        var looks = 0;
        var soundness = new Soundness(
            () =>
            {
                Interlocked.Increment(ref looks);
                hang.Wait(Guard);
                return false;
            },
            _clock);
        soundness.Now().ShouldBeNull();
        soundness.Now().ShouldBeNull();

        hang.Set();
        SpinWait.SpinUntil(() => soundness.Now() is not null, Guard).ShouldBeTrue();
        soundness.Now().ShouldBe(false);
        looks.ShouldBe(1);
    }

    [Fact]
    public void A_register_that_is_damaged_is_not_sound_and_one_that_is_gone_is_not_known()
    {
        var damaged = new Soundness(() => throw new LedgerException(LedgerFault.Damaged, "x", "x"), _clock);
        SpinWait.SpinUntil(() => damaged.Now() is not null, Guard).ShouldBeTrue();
        damaged.Now().ShouldBe(false);

        var looks = 0;
        var gone = new Soundness(
            () =>
            {
                looks++;
                throw new LedgerException(LedgerFault.Missing, "x", "x");
            },
            _clock);
        SpinWait.SpinUntil(() => gone.Now() is null && looks == 1, Guard).ShouldBeTrue();
        gone.Now().ShouldBeNull();
    }

    private HealthFacts Facts() => new() { GatheredAt = _clock.Now, Ledger = new LedgerFacts(null, true) };
}
