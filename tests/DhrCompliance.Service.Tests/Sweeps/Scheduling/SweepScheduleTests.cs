using System.Globalization;
using DhrCompliance.Service.Sweeps.Scheduling;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Sweeps.Scheduling;

/// <summary>Clocks go forward on 2027-03-28 at 01:00 UTC, and back on 2027-10-31 at 01:00 UTC.</summary>
public sealed class SweepScheduleTests
{
    private static readonly string[] Crons =
        ["0 30 0 * * ?", "0 30 1 * * ?", "0 0 2 * * ?", "0 30 2 * * ?", "0 0 1 ? * SUN", "0 59 23 L * ?", "0 15/30 0-3 * * ?", "5,35 * * * * ?"];

    [Theory]
    [InlineData("0 30 6 * * ?", "2026-11-20T06:29:59.999Z", "2026-11-19T06:30:00Z")]
    [InlineData("0 30 6 * * ?", "2026-11-20T06:30:00.000Z", "2026-11-20T06:30:00Z")]
    [InlineData("0 30 6 * * ?", "2026-11-20T06:30:00.001Z", "2026-11-20T06:30:00Z")]
    [InlineData("0 30 6 * * ?", "2026-07-20T05:29:59.999Z", "2026-07-19T05:30:00Z")]
    [InlineData("0 30 6 * * ?", "2026-07-20T05:30:00.000Z", "2026-07-20T05:30:00Z")]
    [InlineData("0 0 0 29 2 ?", "2027-11-20T00:00:00.000Z", "2024-02-29T00:00:00Z")]
    public void The_last_due_moment_is_the_latest_until_now_on_the_clock_of_London(string cron, string now, string due) =>
        new SweepSchedule(cron).LastDue(At(now)).ShouldBe(At(due));

    [Theory]
    [InlineData("0 30 0 * * ?", "2027-03-28T00:30:00Z")]
    [InlineData("0 30 1 * * ?", "2027-03-28T01:00:00Z")]
    [InlineData("0 0 2 * * ?", "2027-03-28T01:00:00Z")]
    [InlineData("0 30 2 * * ?", "2027-03-28T01:30:00Z")]
    [InlineData("0 30 0 * * ?", "2027-10-30T23:30:00Z", "2027-10-31")]
    [InlineData("0 30 1 * * ?", "2027-10-31T00:30:00Z")]
    [InlineData("0 0 2 * * ?", "2027-10-31T02:00:00Z")]
    public void On_the_days_when_the_clocks_change_it_is_due_once(string cron, string due, string? day = null)
    {
        var schedule = new SweepSchedule(cron);
        var midnight = At($"{day ?? due[..10]}T00:00:00Z").AddHours(-1);
        var moments = Moments(schedule, midnight.AddTicks(-1), midnight.AddHours(24)).ToList();
        moments.ShouldBe([At(due)]);
    }

    [Fact]
    public void The_hour_that_comes_twice_is_one_hour_to_it() =>
        Moments(new SweepSchedule("0 0/30 * * * ?"), At("2027-10-30T23:30:00Z"), At("2027-10-31T02:00:00Z"))
            .ShouldBe([At("2027-10-31T00:00:00Z"), At("2027-10-31T00:30:00Z"), At("2027-10-31T02:00:00Z")]);

    [Fact]
    public void Before_its_first_time_it_was_never_due_and_after_its_last_it_never_will_be()
    {
        var schedule = new SweepSchedule("0 0 12 1 1 ? 2030");
        schedule.LastDue(At("2029-12-31T00:00:00Z")).ShouldBeNull();
        schedule.NextDue(At("2029-12-31T00:00:00Z")).ShouldBe(At("2030-01-01T12:00:00Z"));
        schedule.LastDue(At("2031-01-01T00:00:00Z")).ShouldBe(At("2030-01-01T12:00:00Z"));
        schedule.NextDue(At("2030-01-01T12:00:00Z")).ShouldBeNull();
    }

    [Fact]
    public void What_was_due_last_and_what_is_due_next_leave_no_moment_between_them()
    {
        var start = At("2027-01-01T00:00:00Z");
        var moments = Gen.Choose(0, 365 * 24 * 60 * 60).Select(seconds => start.AddSeconds(seconds));
        var nearChanges = Gen.Elements(At("2027-03-28T01:00:00Z"), At("2027-10-31T01:00:00Z")).SelectMany(change => Gen.Choose(-10_000, 10_000).Select(seconds => change.AddSeconds(seconds)));
        var cases = Gen.OneOf(moments, nearChanges).Zip(Gen.Elements(Crons));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (now, cron) = one;
            var schedule = new SweepSchedule(cron);
            var last = schedule.LastDue(now)!.Value;
            var next = schedule.NextDue(now)!.Value;
            return last <= now && now < next && schedule.NextDue(last) == next && schedule.LastDue(next) == next && schedule.LastDue(next.AddTicks(-1)) == last;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("0 30 6 * * ?", true)]
    [InlineData("30 6 * * *", false)]
    [InlineData("0 30 25 * * ?", false)]
    [InlineData("every day", false)]
    [InlineData("", false)]
    public void Only_what_Quartz_reads_is_a_cron(string text, bool isCron) => SweepSchedule.IsCron(text).ShouldBe(isCron);

    private static IEnumerable<DateTimeOffset> Moments(SweepSchedule schedule, DateTimeOffset after, DateTimeOffset until)
    {
        for (var due = schedule.NextDue(after); due <= until; due = schedule.NextDue(due.Value))
        {
            yield return due.Value;
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
