using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Sweeps.Scheduling;
using DhrCompliance.Service.Tests.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Sweeps.Scheduling;

/// <summary>Rounds of looking, each at a moment of the test's: what fell due since the last good sweep is swept for once, and what fails is tried again later and later.</summary>
public sealed class SweepRoundTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rules");
    private static readonly RulesNow Rules = new(
        CompiledRulebook.Compile(RulesFolder.Read(Folder)),
        [.. RulesFolder.Files(Folder).Select(file => (file.Path, Encoding.UTF8.GetString(file.Bytes.Span)))]);

    private readonly TemporaryRegister _register = new();
    private readonly SteppedClock _clock = new(RunningService.At("2026-11-20T12:00Z"));
    private readonly List<SweepAttempt> _attempts = [];
    private Func<RulesNow> _rules = () => Rules;
    private SweepRound _round;

    public SweepRoundTests()
    {
        _register.Open().Dispose();
        _round = Started();
    }

    private enum Happens
    {
        Minutes,
        Down,
        Forward,
    }

    public void Dispose() => _register.Dispose();

    [Fact]
    public void Every_due_moment_is_followed_by_one_sweep_as_soon_as_the_service_looks()
    {
        var happenings = Gen.Elements(Happens.Minutes, Happens.Minutes, Happens.Minutes, Happens.Down, Happens.Forward)
            .Zip(Gen.Choose(1, 60 * 40)).ListOf().Where(list => list.Count > 0);
        Prop.ForAll(happenings.ToArbitrary(), list =>
        {
            foreach (var (what, minutes) in list)
            {
                // What is expected comes from the calendar alone: half past six each morning, on the clock of London.
                var crossed = Mornings(_clock.Now, _clock.Now.AddMinutes(minutes));
                var before = _attempts.Count;
                switch (what)
                {
                    case Happens.Minutes:
                        _clock.Step(TimeSpan.FromMinutes(minutes));
                        break;
                    case Happens.Forward:
                        _clock.Set(_clock.Now.AddMinutes(minutes));
                        break;
                    default:
                        _clock.Set(_clock.Now.AddMinutes(minutes));
                        _round = Started();
                        crossed = 1;
                        break;
                }

                _round.Look(CancellationToken.None).ShouldBe(crossed > 0 || before == 0, $"{what} {minutes} min, until {_clock.Now:u}");
                _round.Look(CancellationToken.None).ShouldBeFalse();
                _attempts.Count.ShouldBe(before + (crossed > 0 || before == 0 ? 1 : 0));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
        _attempts.ShouldAllBe(attempt => attempt.Failure == null);
        using var ledger = _register.Open(OpenMode.ReadOnly);
        ledger.LastSweep()!.Day.ShouldBe(_attempts[^1].Day);
    }

    [Fact]
    public void What_fails_is_tried_again_later_and_later_and_an_hour_apart_at_most()
    {
        _rules = () => throw new RulesException("a rule is wrong");
        var pauses = new List<double>();
        var last = _clock.Now;
        for (var minute = 0; minute < 300; minute++)
        {
            var before = _attempts.Count;
            _round.Look(CancellationToken.None).ShouldBeFalse();
            if (_attempts.Count > before)
            {
                pauses.Add((_clock.Now - last).TotalMinutes);
                last = _clock.Now;
            }

            _clock.Step(TimeSpan.FromMinutes(1));
        }

        pauses.ShouldBe([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
        _attempts[^1].FailedInARow.ShouldBe(10);
        _attempts.ShouldAllBe(attempt => attempt.Failure is RulesException);

        _rules = () => Rules;
        _clock.Step(TimeSpan.FromHours(1));
        _round.Look(CancellationToken.None).ShouldBeTrue();
        _attempts[^1].FailedInARow.ShouldBe(0);
        _clock.Step(TimeSpan.FromMinutes(1));
        _round.Look(CancellationToken.None).ShouldBeFalse();
    }

    [Fact]
    public void A_clock_that_is_set_while_it_pauses_makes_the_pause_no_longer_and_no_shorter()
    {
        _rules = () => throw new RulesException("a rule is wrong");
        _round.Look(CancellationToken.None);
        _clock.Set(_clock.Now.AddDays(40));
        _round.Look(CancellationToken.None);
        _attempts.Count.ShouldBe(1);
        _clock.Set(_clock.Now.AddDays(-40));
        _clock.Step(TimeSpan.FromMinutes(1));
        _round.Look(CancellationToken.None);
        _attempts.Count.ShouldBe(2);
    }

    [Fact]
    public void Every_case_is_looked_at_when_that_is_due_and_what_changed_otherwise()
    {
        Look().IsFull.ShouldBeTrue("the first sweep of a register");
        _clock.Set(RunningService.At("2026-11-21T07:00Z"));
        Look().IsFull.ShouldBeFalse();
        _clock.Set(RunningService.At("2026-11-22T02:59Z"));
        _round.Look(CancellationToken.None).ShouldBeFalse();
        _clock.Set(RunningService.At("2026-11-22T07:00Z"));
        Look().IsFull.ShouldBeTrue("a Sunday");
        _clock.Set(RunningService.At("2026-11-23T07:00Z"));
        Look().IsFull.ShouldBeFalse();
    }

    [Fact]
    public void A_register_that_is_gone_is_a_failure_and_none_is_made_in_its_place()
    {
        _register.Clock.Now = _clock.Now;
        File.Move(_register.Path, _register.Path + ".away");
        _round.Look(CancellationToken.None).ShouldBeFalse();
        _attempts.ShouldHaveSingleItem().Failure.ShouldBeOfType<LedgerException>().Fault.ShouldBe(LedgerFault.Missing);
        File.Exists(_register.Path).ShouldBeFalse();

        File.Move(_register.Path + ".away", _register.Path);
        _clock.Step(TimeSpan.FromMinutes(1));
        _round.Look(CancellationToken.None).ShouldBeTrue();
    }

    [Fact]
    public void A_stop_is_no_failure()
    {
        using var stop = new CancellationTokenSource();
        _rules = () =>
        {
            stop.Cancel();
            return Rules;
        };
        Should.Throw<OperationCanceledException>(() => _round.Look(stop.Token));
        _attempts.ShouldBeEmpty();
    }

    private SweepReport Look()
    {
        _round.Look(CancellationToken.None).ShouldBeTrue();
        return _attempts[^1].Report!;
    }

    private SweepRound Started()
    {
        var timetable = new Timetable(new SweepSchedule("0 30 6 * * ?"), new SweepSchedule("0 0 3 ? * SUN"));
        return new SweepRound(
            new RoundOptions(_register.Path, new Act("serve", "tester", "here", "1"), "from@example.org", new RulesSource(_ => _rules(), (_, _, _) => { }), timetable, _attempts.Add),
            new ServeState(_clock.Now), _clock);
    }

    /// <summary>How many mornings at 06:30, and Sundays at 03:00, lie after one moment and not after another.</summary>
    private static int Mornings(DateTimeOffset after, DateTimeOffset until) =>
        Enumerable.Range(-1, (int)(until - after).TotalDays + 4)
            .Select(day => after.Date.AddDays(day))
            .SelectMany(day => new[] { day.AddHours(6.5), day.DayOfWeek == DayOfWeek.Sunday ? day.AddHours(3) : day.AddHours(6.5) }.Distinct())
            .Select(wall => new DateTimeOffset(wall, London.GetUtcOffset(wall)))
            .Count(due => due > after && due <= until);

    private static TimeZoneInfo London => TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
}
