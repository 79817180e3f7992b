using System.Globalization;
using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary>How a sweep begins and how it is stopped: alone, for the day that its own moment has in London, and not at all or whole.</summary>
public sealed class SweepBeginningTests : IDisposable
{
    private static readonly Act Sweeper = new("sweep", "tester", "here", "1");
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rules");
    private static readonly CompiledRulebook Rules = CompiledRulebook.Compile(RulesFolder.Read(Folder));

    private readonly TemporaryRegister _register = new();

    public void Dispose() => _register.Dispose();

    [Theory]
    [InlineData("2026-12-10T23:59:59.999Z", "2026-12-10")]
    [InlineData("2026-12-11T00:00:00.000Z", "2026-12-11")]
    [InlineData("2026-07-10T22:59:59.999Z", "2026-07-10")]
    [InlineData("2026-07-10T23:00:00.000Z", "2026-07-11")]
    public void Its_day_changes_at_midnight_in_London(string now, string day)
    {
        _register.Clock.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        var ledger = _register.Open();
        Sweep(ledger).Day.ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        ledger.LastSweep()!.At.ShouldBe(_register.Clock.Now);
        ledger.ReadSweepState().LastAt.ShouldBe(_register.Clock.Now);
    }

    [Fact]
    public void One_that_finds_nothing_to_do_is_journalled_too()
    {
        var ledger = _register.Open();
        Sweep(ledger);
        _register.Clock.Now = _register.Clock.Now.AddHours(1);
        Sweep(ledger).Assessed.ShouldBe(0);
        _register.Ask("SELECT count(*) FROM sweeps").ShouldBe("2");
        ledger.LastSweep()!.At.ShouldBe(_register.Clock.Now);
        ledger.Verify().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void While_another_program_writes_it_does_not_begin()
    {
        var ledger = _register.Open();
        Sweep(ledger);
        using var other = ledger.Write(Sweeper);
        var second = _register.Open(OpenMode.Write);
        Should.Throw<LedgerException>(() => Sweep(second)).Fault.ShouldBe(LedgerFault.Locked);
    }

    [Fact]
    public async Task What_waits_for_another_program_hears_a_stop()
    {
        var first = _register.Open();
        using var other = first.Write(Sweeper);
        var waiting = _register.Open(OpenMode.Write, OpenOptions.Default with { Patience = TimeSpan.FromMinutes(10) });
        using var stop = new CancellationTokenSource();
        var sweep = Task.Run(() => Sweep(waiting, stop.Token));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sweep.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void One_that_is_stopped_leaves_nothing()
    {
        var ledger = _register.Open();
        TemporaryRegister.Write(ledger, writer =>
        {
            writer.Append(new PartnershipRow { Id = "bexley", Name = "Bexley", Jurisdiction = "england" });
            for (var i = 0; i < 200; i++)
            {
                writer.Append(new CaseRow { Reference = $"BEX-{i}", Partnership = "bexley" });
            }
        });
        using var stop = new CancellationTokenSource();
        var clock = new StopWhenAsked(stop);
        using var stopped = LedgerDatabase.Open(_register.Path, OpenMode.Write, clock);
        Should.Throw<OperationCanceledException>(() => Sweep(stopped, stop.Token));

        _register.Ask("SELECT (SELECT count(*) FROM sweeps) || (SELECT count(*) FROM assessments) || (SELECT count(*) FROM rulebooks)").ShouldBe("000");
        Sweep(ledger).Assessed.ShouldBeGreaterThan(199);
    }

    private static SweepReport Sweep(LedgerDatabase ledger, CancellationToken stop = default) => new Sweep(ledger, Rules, "from@example.org").Run(
        null, Sweeper, [.. RulesFolder.Files(Folder).Select(file => (file.Path, Encoding.UTF8.GetString(file.Bytes.Span)))], false, stop);

    /// <summary>Asked to stop at the moment at which the act has begun.</summary>
    private sealed class StopWhenAsked(CancellationTokenSource stop) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            stop.Cancel();
            return new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        }
    }
}
