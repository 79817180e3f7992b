using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Sweeps.Scheduling;

/// <summary>The service through a year of clocks: every moment at which a sweep is due is followed by one, and by one only.</summary>
public sealed class ServeTimeTests
{
    private const string OneDayLate = "[DHR BOR-2026-01] Overdue: decide whether to hold a review (1 day)";

    [Theory]
    [InlineData("0 30 0 * * ?", "2027-03-27T23:10Z", "2027-03-28T02:10Z", "2027-03-28", "2027-03-28T00:30Z")]
    [InlineData("0 30 1 * * ?", "2027-03-27T23:10Z", "2027-03-28T02:10Z", "2027-03-28", "2027-03-28T01:00Z")]
    [InlineData("0 0 2 * * ?", "2027-03-27T23:10Z", "2027-03-28T02:10Z", "2027-03-28", "2027-03-28T01:00Z")]
    [InlineData("0 30 0 * * ?", "2027-10-30T23:10Z", "2027-10-31T02:10Z", "2027-10-31", "2027-10-30T23:30Z")]
    [InlineData("0 30 1 * * ?", "2027-10-30T23:10Z", "2027-10-31T02:10Z", "2027-10-31", "2027-10-31T00:30Z")]
    [InlineData("0 0 2 * * ?", "2027-10-30T23:10Z", "2027-10-31T02:10Z", "2027-10-31", "2027-10-31T02:00Z")]
    public async Task On_the_days_when_the_clocks_change_there_is_one_sweep(string sweepAt, string from, string to, string day, string at)
    {
        await using var service = new RunningService(from, sweepAt);
        await service.Start();
        await service.StepTo(to);
        service.Sweeps.Skip(1).ShouldBe([(day, at)]);
    }

    [Theory]
    [InlineData("2026-12-10T06:29:00Z", "2026-12-10T06:30:20Z")]
    [InlineData("2026-07-10T05:29:00Z", "2026-07-10T05:30:20Z")]
    public async Task A_cron_of_the_settings_is_heard_at_its_second_on_the_clock_of_London(string from, string at)
    {
        await using var service = new RunningService(from, "20 30 6 * * ?");
        await service.Start();
        await service.StepTo(at, TimeSpan.FromSeconds(80));
        await service.Until(() => service.Sweeps.Count == 2);
        service.Now.Sweep!.At.ShouldBe(RunningService.At(at));
    }

    [Fact]
    public async Task A_clock_set_back_an_hour_makes_nothing_twice()
    {
        await using var service = new RunningService("2026-10-02T05:20Z").WithReview();
        await service.Start();
        await service.StepTo("2026-10-02T05:40Z");
        service.Sweeps.Count.ShouldBe(2);

        service.Clock.Set(service.Clock.Now.AddHours(-1));
        await service.StepTo("2026-10-02T06:30Z");
        service.Sweeps.Count.ShouldBe(2);
        service.Now.Sweep!.Failure.ShouldBeNull();
        service.Mails.ShouldBe([OneDayLate]);
    }

    [Fact]
    public async Task A_clock_set_back_a_day_is_refused_and_the_service_goes_on_once_the_day_comes_again()
    {
        await using var service = new RunningService("2026-10-02T05:20Z", postAt: "0 * * * * ?").WithReview();
        await service.Start();
        await service.StepTo("2026-10-02T05:40Z");

        service.Clock.Set(service.Clock.Now.AddDays(-1));
        await service.Step(TimeSpan.FromMinutes(2));
        service.Now.Sweep!.Failure.ShouldBeOfType<SweepRefusedException>();
        await service.Until(() => service.Now.Post!.At == service.Clock.Now);

        await service.StepTo("2026-10-02T00:10Z", TimeSpan.FromMinutes(10));
        service.Sweeps.Select(sweep => sweep.Day).ShouldBe(["2026-10-02", "2026-10-02", "2026-10-02"]);
        service.Now.Sweep!.Failure.ShouldBeNull();
        service.Mails.ShouldBe([OneDayLate]);
    }

    [Fact]
    public async Task A_clock_set_forward_a_month_is_caught_up_with_by_one_sweep()
    {
        await using var service = new RunningService("2026-09-05T12:00Z").WithReview();
        await service.Start();
        service.Clock.Set(service.Clock.Now.AddDays(30));
        await service.Step(TimeSpan.FromMinutes(3));
        service.Sweeps.Select(sweep => sweep.Day).ShouldBe(["2026-09-05", "2026-10-05"]);
        await service.Until(() => service.Mails.Count > 0);
        service.Mails.ShouldBe(["[DHR BOR-2026-01] Overdue: decide whether to hold a review (4 days)"]);
    }

    [Fact]
    public async Task Thirty_days_without_the_service_are_caught_up_with_at_its_start()
    {
        await using var service = new RunningService("2026-09-05T12:00Z").WithReview();
        await service.Start();
        (await service.Stop()).ShouldBe(0);

        service.Clock.Set(service.Clock.Now.AddDays(30));
        await service.Start();
        await service.Step(TimeSpan.FromMinutes(3));
        service.Sweeps.Select(sweep => sweep.Day).ShouldBe(["2026-09-05", "2026-10-05"]);
        await service.Until(() => service.Mails.Count > 0);
        service.Mails.ShouldBe(["[DHR BOR-2026-01] Overdue: decide whether to hold a review (4 days)"]);
        service.Program.Ask("SELECT text FROM deliveries").ShouldNotBeNull().ShouldContain("because no sweep ran from");
    }
}
