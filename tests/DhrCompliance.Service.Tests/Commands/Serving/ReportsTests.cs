using System.Text.Json;
using DhrCompliance.Service.Commands.Serving;
using DhrCompliance.Service.Commands.Serving.Health;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Sweeps.Scheduling;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Post;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>What becomes of each attempt and each finding: lines of the log, rows of the register, mails to the operator.</summary>
public sealed class ReportsTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly TemporaryRegister _register = new();
    private readonly StringWriter _output = new();
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _log;
    private readonly Ping _ping = new(null);
    private readonly Errands _errands;
    private readonly Telling _telling;
    private readonly SweepReports _sweeps;
    private readonly PostReports _posts;

    public ReportsTests()
    {
        _register.Open().Dispose();
        _loggers = JsonLines.Factory(_output);
        _log = _loggers.CreateLogger(ServeLog.Category);
        _errands = new Errands(_log);
        var options = new OperatorPostOptions("ops@example.org", Deliveries.From, _register.Path, PostOffice.Act, () => new PickupFolder(Folder, Deliveries.From));
        _telling = new Telling(_log, _errands, new OperatorPost(options, _register.Clock), _ping);
        _sweeps = new SweepReports(_log, _telling, _register.Path, PostOffice.Act, _register.Clock);
        _posts = new PostReports(_log, _telling);
    }

    private string Folder => Path.Combine(_register.Folder, "outbox");

    public Task InitializeAsync() => _errands.StartAsync(default);

    public Task DisposeAsync() => _errands.StopAsync(default);

    public void Dispose()
    {
        _errands.Dispose();
        _ping.Dispose();
        _loggers.Dispose();
        _register.Dispose();
    }

    [Fact]
    public async Task A_failing_sweep_is_recorded_each_time_and_told_once_for_each_trouble()
    {
        Fail(new RulesException("/home/jane/rules: a mistake"));
        Fail(new RulesException("/home/jane/rules: a mistake"), 2);
        (await Subjects(1)).ShouldBe(["[DHR] the sweep failed (rules)"]);
        Fail(new RulesException("/home/jane/rules: another mistake"), 3);
        Fail(new SweepRefusedException("20 November is before 21 November"), 4);
        Fail(new LedgerException(LedgerFault.Locked, "/home/jane/register.db", "/home/jane/register.db is held"), 5);
        Fail(new InvalidOperationException("Jane Doe"), 6);

        (await Subjects(5)).ShouldBe(
            ["[DHR] the sweep failed (clock)", "[DHR] the sweep failed (fault)", "[DHR] the sweep failed (ledger)", "[DHR] the sweep failed (rules)", "[DHR] the sweep failed (rules)"]);
        _register.Ask("SELECT group_concat(kind) FROM sweep_failures").ShouldBe("rules,rules,rules,clock,ledger,fault");
        Events(2001).Count.ShouldBe(6);
        Told().ShouldNotContain("ane");
        _register.Ask("SELECT count(*) FROM sweep_failures WHERE reason LIKE '%ane%'").ShouldBe("0");
    }

    [Fact]
    public void That_a_sweep_failed_is_logged_also_where_it_cannot_be_recorded()
    {
        File.Delete(_register.Path);
        Fail(new LedgerException(LedgerFault.Missing, "x", "x"));

        Events(2001).Single().GetProperty("State").GetProperty("Kind").GetString().ShouldBe("ledger");
        Events(2003).Single().GetProperty("State").GetProperty("Fault").GetString().ShouldBe("Missing");
    }

    [Fact]
    public async Task A_sweep_with_cases_that_failed_names_their_references_alone()
    {
        _sweeps.Ended(new SweepAttempt(_register.Clock.Now, TimeSpan.FromMilliseconds(12), Day, Report(new CaseFailure("BEX-1", "rule", "Jane Doe said"), new CaseFailure("BEX-1", null, "Jane"), new CaseFailure("BEX-2", null, "Jane")), null, 0));

        (await Subjects(1)).ShouldBe(["[DHR] 2 cases could not be assessed"]);
        Mails().Single()[0].ShouldContain("could not assess: BEX-1, BEX-2.");
        Events(2000).Single().GetProperty("State").GetProperty("Milliseconds").GetInt64().ShouldBe(12);
        Events(2002).Select(line => line.GetProperty("State").GetProperty("Reference").GetString()).ShouldBe(["BEX-1", "BEX-2"]);
        Told().ShouldNotContain("Jane");
    }

    [Fact]
    public async Task Post_that_was_down_for_long_is_told_of_once_mails_can_leave_again()
    {
        var since = _register.Clock.Now;
        _posts.Ended(Attempt(since));
        _posts.Ended(Attempt(since));
        _posts.Ended(Attempt(null, 15));
        Events(3004).Count.ShouldBe(1);
        Events(3005).Count.ShouldBe(1);
        Mails().ShouldBeEmpty();

        _posts.Ended(Attempt(since));
        _posts.Ended(Attempt(null, 15.1));
        (await Subjects(1)).ShouldBe(["[DHR] mails could not leave for a while"]);
    }

    [Theory]
    [InlineData("550 5.1.1 <jane@example.org> unknown", "550")]
    [InlineData("550", "550")]
    [InlineData("451-4.7.1 later", "451")]
    [InlineData("550jane@example.org", null)]
    [InlineData("5501 things", null)]
    [InlineData("the recipient 550 is gone", null)]
    public void Of_a_servers_words_the_code_alone_is_logged(string answer, string? code)
    {
        _posts.Ended(new PostAttempt(_register.Clock.Now, TimeSpan.Zero, new DrainReport { Failed = [new Undelivered("d1", "jane@example.org", answer)] }, null, null));

        Events(3002).Single().GetProperty("State").GetProperty("Code").GetString().ShouldBe(code);
        Events(3000).Count.ShouldBe(1);
        Told().ShouldNotContain("jane");
    }

    [Fact]
    public void Where_there_was_nothing_to_send_nothing_is_logged()
    {
        _posts.Ended(Attempt(null));

        Told().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_watch_logs_what_changes_and_tells_what_only_a_person_can_mend()
    {
        var facts = Facts();
        var watch = Watch(() => facts, out var clock);
        await watch.Look(default);
        await watch.Look(default);
        Events(4000).Count.ShouldBe(1);
        Mails().ShouldBeEmpty();

        facts = Facts() with { Disks = [new DiskFacts("the register", 1)], Rules = new RulesFacts(null, 1, []) };
        clock.Skip();
        await watch.Look(default);
        clock.Skip();
        await watch.Look(default);
        Events(4000).Count.ShouldBe(2);
        (await Subjects(1)).ShouldBe(["[DHR] disk: unhealthy"]);
    }

    [Fact]
    public async Task What_the_first_round_after_a_start_may_settle_by_itself_is_told_only_after_it()
    {
        var state = new ServeState(_register.Clock.Now);
        var late = Facts() with
        {
            SweepDue = _register.Clock.Now.AddDays(-2),
            Service = new ServiceState { FailuresSince = 0, Waiting = 1, WaitingSince = _register.Clock.Now.AddDays(-2), Failed = 0, Unknown = 0 },
        };
        var watch = Watch(() => late, out _, state);
        await watch.Look(default);
        (await Subjects(0)).ShouldBeEmpty();
        Events(4000).Count.ShouldBe(1);

        state.Tell(standing => standing with { LookedAt = _register.Clock.Now });
        await watch.Look(default);
        (await Subjects(1)).ShouldBe(["[DHR] sweep: unhealthy"]);

        state.Tell(standing => standing with { Post = Attempt(null) });
        await watch.Look(default);
        (await Subjects(2)).ShouldBe(["[DHR] outbox: unhealthy", "[DHR] sweep: unhealthy"]);
    }

    [Fact]
    public async Task Deliveries_that_need_a_person_are_told_with_their_ids_once_a_day()
    {
        using (var ledger = _register.Open(OpenMode.Write))
        {
            TemporaryRegister.Write(ledger, writer =>
            {
                writer.Append(Sample.Partnership());
                writer.AppendDelivery(Deliveries.One("d-one") with { Notices = [], State = "planned" });
                writer.AppendDelivery(Deliveries.One("d-two") with { Notices = [], State = "planned" });
                writer.AppendDeliveryState("d-one", "failed", "550 jane");
                writer.AppendDeliveryState("d-two", "unknown", "jane");
            });
        }

        var watch = Watch(() => Facts() with { Service = new ServiceState { FailuresSince = 0, Waiting = 0, Failed = 1, Unknown = 1 } }, out var clock);
        await watch.Look(default);
        await watch.Look(default);
        (await Subjects(1)).ShouldBe(["[DHR] 1 delivery failed, 1 in doubt"]);
        Mails().Single()[0].ShouldContain("Failed, and not sent again by themselves: d-one\n");
        Mails().Single()[0].ShouldContain("May have arrived or not: d-two\n");
        Mails().Single()[0].ShouldNotContain("jane");

        _register.Clock.Now = _register.Clock.Now.AddDays(1);
        clock.Skip();
        await watch.Look(default);
        (await Subjects(2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_errand_that_fails_ends_neither_the_service_nor_the_others()
    {
        _errands.Do(_ => throw new InvalidOperationException("Jane"));
        Fail(new RulesException("a mistake"));

        (await Subjects(1)).Count.ShouldBe(1);
        Events(1003).Count.ShouldBe(1);
        Told().ShouldNotContain("Jane");
    }

    private static SweepReport Report(params CaseFailure[] failures) => new()
    {
        Day = Day,
        IsFull = false,
        Assessed = 5,
        Failures = failures,
        Mails = [],
        Gaps = [],
        Notices = 0,
    };

    private static PostAttempt Attempt(DateTimeOffset? downSince, double minutes = 0) => new(
        new ManualClock().Now.AddMinutes(minutes), TimeSpan.Zero, DrainReport.Nothing, downSince is null ? null : new PostException("down"), downSince);

    private HealthFacts Facts() => new()
    {
        GatheredAt = _register.Clock.Now,
        Ledger = new LedgerFacts(null, true),
        Service = new ServiceState { FailuresSince = 0, Waiting = 0, Failed = 0, Unknown = 0 },
        WithoutAddress = 0,
        Rules = new RulesFacts("sha256:one", 0, [("england", new DateOnly(2099, 1, 1))]),
        Disks = [new DiskFacts("the register", 9_000_000_000)],
    };

    private HealthWatch Watch(Func<HealthFacts> facts, out SkippingClock clock, ServeState? state = null)
    {
        clock = new SkippingClock(_register.Clock);
        return new HealthWatch(
            new HealthDesk(facts, error => throw error, clock), state ?? new ServeState(_register.Clock.Now), () => DeliveryNews.Of(_register.Path, _register.Clock), _telling, _log, clock);
    }

    private void Fail(Exception error, int inARow = 1) => _sweeps.Ended(new SweepAttempt(_register.Clock.Now, TimeSpan.Zero, Day, null, error, inARow));

    private string Told() => _output.ToString();

    private List<JsonElement> Events(int id) =>
        [.. Told().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).Where(line => line.GetProperty("EventId").GetInt32() == id)];

    private List<string[]> Mails() => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.eml").Select(file => MailReader.Read(File.ReadAllBytes(file))).Select(mail => new[] { mail.Parts()[0].Text(), mail["Subject"] })]
        : [];

    /// <summary>The subjects of the operator's mails, once there are so many and nothing more is under way.</summary>
    private async Task<List<string>> Subjects(int count)
    {
        SpinWait.SpinUntil(() => Mails().Count >= count, Guard).ShouldBeTrue(Told());
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _errands.Do(_ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        await done.Task.WaitAsync(Guard);
        return [.. Mails().Select(mail => mail[1]).Order(StringComparer.Ordinal)];
    }

    /// <summary>A clock whose time that passes can be moved on, so that what was looked up is old.</summary>
    private sealed class SkippingClock(TimeProvider inner) : TimeProvider
    {
        private long _skipped;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override long GetTimestamp() => base.GetTimestamp() + _skipped;

        public void Skip() => _skipped += 3600 * TimestampFrequency;
    }
}
