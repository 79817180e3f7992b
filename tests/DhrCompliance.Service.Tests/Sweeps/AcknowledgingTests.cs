using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Commands;
using static DhrCompliance.Service.Tests.Sweeps.SweptBorough;

namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary><c>dhr ack</c>, from the mail that says how to the repeat that comes when it ends.</summary>
public sealed class AcknowledgingTests : IDisposable
{
    private readonly SweptBorough _borough = new();

    public AcknowledgingTests()
    {
        _borough.Sweep("2026-10-02");

        // The first repeat falls on Thursday 29 October, the second on Thursday 26 November.
        _borough.Sweep("2026-10-29").Count.ShouldBe(2);
    }

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void Repeats_are_held_back_for_the_one_who_acknowledged_and_come_when_it_ends()
    {
        var said = _borough.Do("2026-11-20", "ack", Id("team@example.org")[..8], "--until", "2026-12-02", "--reason", "the panel meets on 1 December", "--by", "A. Clerk");
        said.ShouldContain("repeats of 'repeated' (guidance-2016/decide, every 28 days) to csp-team are held back until 2026-12-02");

        _borough.Sweep("2026-11-26").ShouldBe(["chair@example.org: Overdue: decide whether to hold a review (56 days)"]);
        _borough.Sweep("2026-12-02").ShouldBeEmpty();
        _borough.Sweep("2026-12-03").ShouldBe(["team@example.org: Overdue: decide whether to hold a review (63 days)"]);
        _borough.Sweep("2026-12-04").ShouldBeEmpty();
        _borough.Do("2026-12-04", "ledger", "verify");
    }

    [Fact]
    public void The_mail_and_the_outbox_show_what_to_type()
    {
        var id = Id("team@example.org");

        _borough.Texts("2026-10-29").ShouldContain($"dhr ack {id} --until 2026-11-26 --reason \"...\"");
        _borough.Do("2026-10-29", "outbox", "show", id).ShouldContain($"dhr ack {id} --until DAY --reason TEXT");
    }

    [Fact]
    public void A_notice_is_named_by_its_key_too_and_the_last_word_counts()
    {
        var key = $"{Reference}|decide|once|repeated|0|csp-chair|0";
        _borough.Do("2026-11-20", "ack", key, "--until", "2026-12-18", "--reason", "waits for the coroner");
        _borough.Do("2026-11-23", "ack", key, "--until", "2026-11-25", "--reason", "the coroner answered");

        _borough.Sweep("2026-11-26").Count.ShouldBe(2);
    }

    [Fact]
    public void A_sweep_looks_at_the_case_whose_notice_was_acknowledged()
    {
        _borough.Sweep("2026-11-19");
        _borough.Do("2026-11-20", "ack", Id("team@example.org"), "--until", "2026-12-02", "--reason", "seen");

        _borough.Do("2026-11-20", "run").ShouldContain("1 case assessed");
        _borough.Do("2026-11-20", "run").ShouldContain("0 cases assessed");
    }

    [Theory]
    [InlineData("2026-11-19", "the panel meets", "2026-11-19 is past: give a day from 2026-11-20 on")]
    [InlineData("2026-12-19", "the panel meets", "for at most 28 days: give a day until 2026-12-18")]
    [InlineData("2026-11-31", "the panel meets", "--until is '2026-11-31': give a day as YYYY-MM-DD")]
    [InlineData("2026-12-01", "  ", "--reason is empty")]
    public void A_day_beyond_the_limit_or_no_reason_is_refused(string until, string reason, string told) =>
        Refused("2026-11-20", Id("team@example.org"), until, reason).ShouldContain(told);

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-12-18")]
    public void The_first_and_the_last_day_possible_are_taken(string until) =>
        _borough.Do("2026-11-20", "ack", Id("team@example.org"), "--until", until, "--reason", "seen");

    [Fact]
    public void What_nobody_has_is_refused()
    {
        Refused("2026-11-20", "zzzz").ShouldContain("There is no delivery or notice 'zzzz'");
        Refused("2026-11-20", $"{Reference}|decide|once|repeated|7|csp-team|0").ShouldContain("There is no notice");
        Refused("2026-11-20", "a|b").ShouldContain("is not a notice's key");
        Refused("2026-11-20", "").ShouldContain("Several deliveries begin with ''");
        var missing = _borough.Program.RunOn(new DateOnly(2026, 11, 20), "ack", "x", "--until", "2026-12-01");
        (missing.Code, missing.Errors.Contains("--reason", StringComparison.Ordinal)).ShouldBe((ExitCode.Usage, true));
    }

    [Fact]
    public void What_was_never_told_or_whose_ground_is_gone_is_refused()
    {
        _borough.Sweep("2026-12-30");
        var held = _borough.Deliveries().Single(delivery => delivery.State == DeliveryState.Held);
        Refused("2026-12-30", held.Id, "2027-01-04").ShouldContain("Nobody was told of");

        var id = Id("team@example.org");
        _borough.Do("2026-12-31", "event", "add", Reference, "decision", "2026-12-31", "--attr", "outcome=no-review");
        Refused("2026-12-31", id, "2027-01-04").ShouldContain("By what is recorded now, the ground of");
        _borough.Sweep("2026-12-31");
        Refused("2026-12-31", id, "2027-01-04").ShouldContain("no longer held on 2026-12-31");
        var last = _borough.Deliveries().Last(delivery => delivery.Notices[0].Contains("no-longer-stands", StringComparison.Ordinal));
        Refused("2026-12-31", last.Id, "2027-01-04").ShouldContain("nothing of it is repeated");
    }

    [Fact]
    public void Where_the_path_allows_none_it_is_refused_and_the_mail_does_not_say_how()
    {
        _borough.Edit("escalation/paths.yaml", ("    acknowledge: at most 28 days\n", ""));
        _borough.Sweep("2026-11-20").ShouldBeEmpty();

        Refused("2026-11-20", Id("team@example.org")).ShouldContain("The path 'guidance-timescale' allows no acknowledgement");
        _borough.Sweep("2026-11-26").Count.ShouldBe(2);
        _borough.Texts("2026-11-26").ShouldNotContain("dhr ack");
    }

    [Fact]
    public void A_step_that_does_not_repeat_is_acknowledged_and_holds_nothing_back()
    {
        var first = _borough.Deliveries().First(delivery => delivery.PlannedOn == new DateOnly(2026, 10, 2));

        _borough.Do("2026-11-20", "ack", first.Id, "--until", "2026-12-01", "--reason", "seen").ShouldContain("it does not repeat, so that nothing is held back");
        _borough.Sweep("2026-11-26").Count.ShouldBe(2);
    }

    [Fact]
    public void Who_why_and_until_when_stay_in_the_register_and_are_never_changed()
    {
        _borough.Do("2026-11-20", "ack", Id("team@example.org"), "--until", "2026-12-02", "--reason", "the panel meets", "--by", "A. Clerk");

        _borough.Program.Ask("SELECT x.by_whom || ' | ' || a.reason || ' | ' || a.until_day || ' | ' || a.key FROM acknowledgements a JOIN acts x ON x.id = a.act")
            .ShouldBe($"A. Clerk | the panel meets | 2026-12-02 | {Reference}|decide|once|repeated|0|csp-team|0");
        Should.Throw<Exception>(() => _borough.Program.Tell("UPDATE acknowledgements SET until_day = '2027-12-31'")).Message.ShouldContain("rows are never changed");
        Should.Throw<Exception>(() => _borough.Program.Tell("DELETE FROM acknowledgements")).Message.ShouldContain("rows are never deleted");
    }

    private string Id(string address) => _borough.Deliveries().Last(delivery => delivery.Address == address && delivery.PlannedOn == new DateOnly(2026, 10, 29)).Id;

    private string Refused(string day, string notice, string until = "2026-12-01", string reason = "seen")
    {
        var run = _borough.Program.RunOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "ack", notice, "--until", until, "--reason", reason);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        return run.Errors;
    }
}
