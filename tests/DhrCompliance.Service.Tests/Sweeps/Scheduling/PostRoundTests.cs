using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps.Scheduling;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Sweeps.Scheduling;

public sealed class PostRoundTests
{
    private readonly SteppedClock _clock = new(RunningService.At("2026-11-20T12:00Z"));
    private readonly List<PostAttempt> _attempts = [];
    private Func<DrainReport> _drain = () => new DrainReport { Accepted = 1 };

    [Fact]
    public async Task While_nothing_can_be_sent_it_tries_later_and_later_and_then_at_once_again()
    {
        var down = _clock.Now;
        var round = Round();
        _drain = () => throw new PostException("the server is down") { Before = new DrainReport { Accepted = 3 } };
        for (var minute = 0; minute < 16; minute++)
        {
            await round.Run(CancellationToken.None);
            _clock.Step(TimeSpan.FromMinutes(1));
        }

        _attempts.Select(attempt => (attempt.At - down).TotalMinutes).ShouldBe([0, 1, 3, 7, 15]);
        _attempts.ShouldAllBe(attempt => attempt.DownSince == down && attempt.Failure is PostException && attempt.Report.Accepted == 3);

        _drain = () => DrainReport.Nothing;
        _clock.Step(TimeSpan.FromMinutes(16));
        await round.Run(CancellationToken.None);
        await round.Run(CancellationToken.None);
        _attempts.Skip(5).ShouldAllBe(attempt => attempt.DownSince == null && attempt.Failure == null);
        _attempts.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Where_the_other_side_names_a_moment_it_tries_no_earlier_and_then_at_once()
    {
        var limited = _clock.Now;
        var round = Round();
        _drain = () => throw new PostException("no more today") { NotBefore = limited.AddHours(12) };
        await round.Run(CancellationToken.None);
        _drain = () => DrainReport.Nothing;

        _clock.Step(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await round.Run(CancellationToken.None);
        _attempts.Count.ShouldBe(1);
        _clock.Step(TimeSpan.FromSeconds(1));
        await round.Run(CancellationToken.None);
        await round.Run(CancellationToken.None);

        _attempts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_moment_that_was_named_before_the_clock_was_set_back_holds_up_nothing()
    {
        var round = Round();
        _drain = () => throw new PostException("no more today") { NotBefore = _clock.Now.AddDays(30) };
        await round.Run(CancellationToken.None);
        _clock.Step(TimeSpan.FromMinutes(1));

        await round.Run(CancellationToken.None);

        _attempts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stop_is_no_failure()
    {
        using var stop = new CancellationTokenSource();
        _drain = () =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };
        await Should.ThrowAsync<OperationCanceledException>(() => Round().Run(stop.Token));
        _attempts.ShouldBeEmpty();
    }

    private PostRound Round() => new(_ => Task.FromResult(_drain()), _attempts.Add, new ServeState(_clock.Now), _clock);
}
