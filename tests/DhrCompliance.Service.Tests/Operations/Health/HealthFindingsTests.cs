using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;

namespace DhrCompliance.Service.Tests.Operations.Health;

/// <summary>Each finding at the moment before, at and after it changes.</summary>
public sealed class HealthFindingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly LastSweep Last = new(new DateOnly(2026, 11, 20), Now.AddHours(-3), "sha256:one", 0);
    private static readonly ServiceState State = new() { LastSweep = Last, FailuresSince = 0, Waiting = 0, Failed = 0, Unknown = 0 };

    private static readonly HealthFacts Well = new()
    {
        GatheredAt = Now,
        Ledger = new LedgerFacts(null, true),
        Service = State,
        SweepDue = Now.AddHours(21),
        WithoutAddress = 0,
        Rules = new RulesFacts("sha256:one", 0, [("england", new DateOnly(2028, 12, 31))]),
        Disks = [new DiskFacts("the register", 9_000_000_000), new DiskFacts("the outbox", 8_000_000_000)],
    };

    [Fact]
    public void Where_all_is_well_every_finding_is_ok_and_stands_once()
    {
        var report = HealthReport.Of(Well, Now);

        report.Level.ShouldBe(HealthLevel.Ok);
        report.Findings.ShouldAllBe(finding => finding.Level == HealthLevel.Ok);
        report.Findings.Select(finding => finding.Name)
            .ShouldBe(["sweep", "clock", "post", "outbox", "deliveries", "approvals", "addresses", "intake", "rules", "holidays", "ledger", "disk", "facts"]);
    }

    [Fact]
    public void Nothing_known_is_unhealthy() => HealthReport.Of(null, Now).Level.ShouldBe(HealthLevel.Unhealthy);

    [Fact]
    public void The_report_is_as_bad_as_its_worst_finding()
    {
        Finding[] findings = [new("a", HealthLevel.Ok, ""), new("b", HealthLevel.Unhealthy, ""), new("c", HealthLevel.Degraded, "")];

        HealthFindings.Worst(findings).ShouldBe(HealthLevel.Unhealthy);
        HealthFindings.Worst(findings[2..]).ShouldBe(HealthLevel.Degraded);
        HealthFindings.Worst([]).ShouldBe(HealthLevel.Ok);
    }

    [Theory]
    [InlineData(-1, HealthLevel.Ok)]
    [InlineData(0, HealthLevel.Ok)]
    [InlineData(1, HealthLevel.Unhealthy)]
    public void A_sweep_is_late_once_its_grace_has_passed(int milliseconds, HealthLevel level)
    {
        var late = Well with { SweepDue = Now.AddHours(-1) - (milliseconds * Moment) };
        Of(late, "sweep", level, level == HealthLevel.Ok ? "The last good sweep is of 2026-11-20 06:30 (London)." : "has been due since 2026-11-20 08:29 (London)");
        Of(late with { Service = State with { LastSweep = null } }, "sweep", level, "No sweep has finished yet");
    }

    [Fact]
    public void A_schedule_that_names_no_later_moment_makes_nothing_late() => Of(Well with { SweepDue = null }, "sweep", HealthLevel.Ok);

    [Fact]
    public void A_failing_sweep_is_told_before_it_is_late_and_with_it()
    {
        var failing = Well with { Service = State with { FailuresSince = 3, LastFailure = Failure("fault") } };

        Of(failing, "sweep", HealthLevel.Degraded, "3 attempts failed, and it is tried again by itself. Do this.");
        Of(failing with { SweepDue = Now.AddDays(-2) }, "sweep", HealthLevel.Unhealthy, "has been due since 2026-11-18 09:30 (London). Do this.");
        Of(failing with { Service = State with { FailuresSince = 1, LastFailure = Failure("fault") } }, "sweep", HealthLevel.Degraded, "1 attempt failed");
    }

    [Fact]
    public void A_sweep_that_could_not_assess_a_case_is_degraded() =>
        Of(Well with { Service = State with { LastSweep = Last with { Failed = 1 } } }, "sweep", HealthLevel.Degraded, "could not assess 1 case: 'dhr run'");

    [Theory]
    [InlineData("2026-11-20T06:30:00.001", HealthLevel.Ok)]
    [InlineData("2026-11-20T06:30:00", HealthLevel.Ok)]
    [InlineData("2026-11-20T06:29:59.999", HealthLevel.Degraded)]
    [InlineData("2026-11-20T00:00:00", HealthLevel.Degraded)]
    [InlineData("2026-11-19T23:59:59.999", HealthLevel.Unhealthy)]
    public void The_clock_is_held_against_the_last_sweep(string now, HealthLevel level)
    {
        var moment = DateTimeOffset.Parse(now + "Z", System.Globalization.CultureInfo.InvariantCulture);
        HealthReport.Of(Well, moment).Findings.Single(finding => finding.Name == "clock").Level.ShouldBe(level);
    }

    [Fact]
    public void The_day_of_the_clock_is_Londons()
    {
        // In summer the day in London begins at 23:00 UTC.
        var summer = new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero);
        var facts = Well with { Service = State with { LastSweep = Last with { Day = new DateOnly(2026, 7, 2), At = summer } } };

        HealthReport.Of(facts, summer.AddMinutes(-30)).Findings.Single(finding => finding.Name == "clock").Level.ShouldBe(HealthLevel.Degraded);
        HealthReport.Of(facts, summer.AddMinutes(-31)).Findings.Single(finding => finding.Name == "clock").Level.ShouldBe(HealthLevel.Unhealthy);
    }

    [Theory]
    [InlineData(15, 0, HealthLevel.Ok)]
    [InlineData(15, 1, HealthLevel.Degraded)]
    [InlineData(24 * 60, 0, HealthLevel.Degraded)]
    [InlineData(24 * 60, 1, HealthLevel.Unhealthy)]
    public void Post_that_is_down_is_told_after_a_while(int minutes, int milliseconds, HealthLevel level) =>
        Of(Well with { PostDownSince = Now.AddMinutes(-minutes) - (milliseconds * Moment) }, "post", level, "No mail could leave since");

    [Theory]
    [InlineData(60, 0, HealthLevel.Ok)]
    [InlineData(60, 1, HealthLevel.Degraded)]
    [InlineData(24 * 60, 0, HealthLevel.Degraded)]
    [InlineData(24 * 60, 1, HealthLevel.Unhealthy)]
    public void A_mail_that_waits_is_told_by_its_age(int minutes, int milliseconds, HealthLevel level) =>
        Of(Well with { Service = State with { Waiting = 2, WaitingSince = Now.AddMinutes(-minutes) - (milliseconds * Moment) } }, "outbox", level, "2 mails wait");

    [Theory]
    [InlineData(24, 0, HealthLevel.Ok)]
    [InlineData(24, 1, HealthLevel.Degraded)]
    [InlineData(24 * 30, 0, HealthLevel.Degraded)]
    public void A_mail_that_a_server_puts_off_is_told_after_a_day_and_never_worse(int hours, int milliseconds, HealthLevel level) =>
        Of(Well with { Service = State with { Waiting = 1, RefusedSince = Now.AddHours(-hours) - (milliseconds * Moment) } }, "outbox", level, "1 mail waits");

    [Theory]
    [InlineData(0, 0, HealthLevel.Ok, "None failed")]
    [InlineData(1, 0, HealthLevel.Degraded, "1 delivery failed: see 'dhr outbox list --state failed'")]
    [InlineData(0, 2, HealthLevel.Degraded, "2 deliveries may or may not have arrived: see 'dhr outbox list --state unknown'")]
    [InlineData(3, 1, HealthLevel.Degraded, "3 deliveries failed")]
    public void Deliveries_that_need_a_person_are_told_with_the_command(int failed, int unknown, HealthLevel level, string words) =>
        Of(Well with { Service = State with { Failed = failed, Unknown = unknown } }, "deliveries", level, words);

    [Theory]
    [InlineData(0, HealthLevel.Ok, "No mail waits for a person to release it.")]
    [InlineData(1, HealthLevel.Degraded, "1 mail is held until a named person releases it, since 2026-11-")]
    [InlineData(2, HealthLevel.Degraded, "2 mails are held until a named person releases them, the oldest since 2026-11-")]
    public void Mails_that_are_held_are_told_with_since_when_and_the_command(int held, HealthLevel level, string words) =>
        Of(Well with { Service = State with { Held = held, HeldSince = held == 0 ? null : Now.AddDays(-3) } }, "approvals", level, words);

    [Theory]
    [InlineData(0, HealthLevel.Ok, "No notice")]
    [InlineData(1, HealthLevel.Degraded, "1 notice waits for an address")]
    [InlineData(2, HealthLevel.Degraded, "2 notices wait for an address")]
    public void Notices_without_an_address_are_told(int count, HealthLevel level, string words) =>
        Of(Well with { WithoutAddress = count }, "addresses", level, words);

    [Fact]
    public void Rules_that_cannot_be_used_are_a_warning_while_others_are_in_force()
    {
        var broken = Well with { Rules = new RulesFacts(null, 2, []) };
        Of(broken, "rules", HealthLevel.Degraded, "The rule files hold 2 mistakes and cannot come into force: 'dhr rules check' names each. The service goes on with the rules in force, sha256:one.");
        Of(broken with { Rules = new RulesFacts(null, 0, []) }, "rules", HealthLevel.Degraded, "The rules folder cannot be read");
        Of(broken with { Rules = null }, "rules", HealthLevel.Degraded, "The rules folder cannot be read");
        Of(Well with { Rules = Well.Rules! with { Hash = "sha256:two", Refused = "1 scenario of 9 is not as expected." } }, "rules", HealthLevel.Degraded, "1 scenario of 9");
        Of(Well with { Rules = Well.Rules! with { InForce = "sha256:one", IsUsable = false } }, "rules", HealthLevel.Unhealthy, "cannot be used by this version of the program");
        Of(Well with { Service = State with { LastFailure = Failure(SweepFailureKind.Rules) } }, "rules", HealthLevel.Ok);
    }

    [Fact]
    public void Before_any_rules_are_in_force_those_of_the_folder_are_needed()
    {
        var first = State with { LastSweep = null };
        Of(Well with { Service = first }, "rules", HealthLevel.Ok, "No rules are in force yet; the first sweep takes sha256:one.");
        var broken = Well with { Service = first, Rules = new RulesFacts(null, 2, []) };
        Of(broken, "rules", HealthLevel.Degraded, "The rule files hold 2 mistakes: the first sweep cannot run.");
        Of(broken with { Service = first with { LastFailure = Failure("clock") } }, "rules", HealthLevel.Degraded);
        Of(broken with { Service = first with { LastFailure = Failure(SweepFailureKind.Rules) } }, "rules", HealthLevel.Unhealthy, "'dhr rules check'");
    }

    [Fact]
    public void Rules_that_wait_or_lie_in_the_folder_are_told_beside_those_in_force()
    {
        Of(Well, "rules", HealthLevel.Ok, "In force: sha256:one.");
        var changed = Well.Rules! with { Hash = "sha256:two", InForce = "sha256:one" };
        Of(Well with { Rules = changed }, "rules", HealthLevel.Ok, "In force: sha256:one. The rules folder holds sha256:two.");
        Of(Well with { Rules = changed with { Waiting = ["two"] } }, "rules", HealthLevel.Ok, "Waiting for a person to adopt: two ('dhr rules proposals').");
    }

    [Theory]
    [InlineData(181, HealthLevel.Ok)]
    [InlineData(180, HealthLevel.Ok)]
    [InlineData(179, HealthLevel.Degraded)]
    [InlineData(0, HealthLevel.Degraded)]
    [InlineData(-1, HealthLevel.Unhealthy)]
    public void Holidays_are_to_be_known_half_a_year_ahead(int days, HealthLevel level)
    {
        ImmutableArray<(string, DateOnly)> calendars = [("england", new DateOnly(2099, 12, 31)), ("wales", new DateOnly(2026, 11, 20).AddDays(days))];
        Of(Well with { Rules = Well.Rules! with { Holidays = calendars } }, "holidays", level, "wales: holidays are known until");
    }

    [Fact]
    public void Holidays_are_not_known_where_the_rules_cannot_be_used() =>
        Of(Well with { Rules = new RulesFacts(null, 1, []) }, "holidays", HealthLevel.Degraded, "mend these first");

    [Fact]
    public void Every_fault_of_the_register_is_unhealthy_and_says_what_to_do()
    {
        foreach (var fault in Enum.GetValues<LedgerFault>())
        {
            Of(Well with { Ledger = new LedgerFacts(fault, true) }, "ledger", HealthLevel.Unhealthy);
        }

        Of(Well with { Ledger = new LedgerFacts(null, false) }, "ledger", HealthLevel.Unhealthy, "'dhr ledger verify'");
        Of(Well with { Ledger = new LedgerFacts(null, null) }, "ledger", HealthLevel.Ok, "still to be checked");
    }

    [Fact]
    public void What_only_the_register_knows_is_not_known_without_it()
    {
        var report = HealthReport.Of(Well with { Ledger = new LedgerFacts(LedgerFault.Missing, null), Service = null, WithoutAddress = null }, Now);

        report.Level.ShouldBe(HealthLevel.Unhealthy);
        report.Findings.Where(finding => finding.Detail.StartsWith("Not known", StringComparison.Ordinal)).Select(finding => finding.Name)
            .ShouldBe(["sweep", "clock", "outbox", "deliveries", "approvals", "addresses"]);
    }

    [Theory]
    [InlineData(500_000_000L, HealthLevel.Ok)]
    [InlineData(499_999_999L, HealthLevel.Degraded)]
    [InlineData(50_000_000L, HealthLevel.Degraded)]
    [InlineData(49_999_999L, HealthLevel.Unhealthy)]
    [InlineData(null, HealthLevel.Degraded)]
    public void The_tightest_disk_counts(long? free, HealthLevel level) =>
        Of(Well with { Disks = [Well.Disks[0], new DiskFacts("the outbox", free)] }, "disk", level, "the outbox");

    [Theory]
    [InlineData(60_000, HealthLevel.Ok)]
    [InlineData(60_001, HealthLevel.Degraded)]
    [InlineData(600_000, HealthLevel.Degraded)]
    [InlineData(600_001, HealthLevel.Unhealthy)]
    public void Facts_that_grow_old_are_told(int milliseconds, HealthLevel level) =>
        Of(Well with { GatheredAt = Now - (milliseconds * Moment) }, "facts", level, "All this");

    [Fact]
    public void The_report_is_read_back_as_it_was_written()
    {
        var report = HealthReport.Of(Well with { GatheredAt = Now.AddMinutes(-2) }, Now);
        var text = HealthJson.Write(report);

        text.ShouldStartWith("{\n  \"status\": \"degraded\",\n  \"at\": \"2026-11-20T09:30:00.000Z\",\n  \"asOf\": \"2026-11-20T09:28:00.000Z\",\n  \"findings\": [\n    {\n      \"name\": \"sweep\",\n      \"status\": \"ok\",\n      \"detail\": \"The last");
        var read = HealthJson.Read(text)!;
        (read.At, read.AsOf, read.Level).ShouldBe((report.At, report.AsOf, report.Level));
        read.Findings.ShouldBe(report.Findings);
        HealthJson.Read(HealthJson.Write(HealthReport.Of(null, Now)))!.AsOf.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    [InlineData("{\"status\": \"fine\", \"at\": \"2026-11-20T09:30:00.000Z\", \"findings\": []}")]
    [InlineData("{\"status\": \"ok\", \"at\": \"today\", \"findings\": []}")]
    public void Another_programs_answer_is_no_report(string text) => HealthJson.Read(text).ShouldBeNull();

    private static SweepFailureRow Failure(string kind) => new() { Day = new DateOnly(2026, 11, 20), Kind = kind, Reason = "Do this.", At = Now };

    private static void Of(HealthFacts facts, string name, HealthLevel level, string words = "")
    {
        var finding = HealthReport.Of(facts, Now).Findings.Single(one => one.Name == name);
        finding.Level.ShouldBe(level, finding.Detail);
        finding.Detail.ShouldContain(words);
        finding.Detail.ShouldEndWith(".");
    }
}
