using DhrCompliance.Assessments;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class QuietDaysTests
{
    private static Sweeping Quietly() => new(RulesWith(TheLadder with { QuietOnNonWorkingDays = true }));

    [Fact]
    public void What_a_weekend_and_a_holiday_cross_is_told_on_the_next_working_day()
    {
        // Friday 1 May is due; Saturday, Sunday and the bank holiday of 4 May are quiet.
        var (sweeping, due) = (Quietly(), Day("2026-05-01"));
        foreach (var quiet in new[] { "2026-05-02", "2026-05-03", "2026-05-04" })
        {
            var plan = sweeping.Sweep(On(Day(quiet), Row(Day(quiet), due)));
            plan.Notices.ShouldBeEmpty();
            plan.PassedOver.ShouldBeEmpty();
            plan.NextOn.ShouldBe(Day("2026-05-05"));
        }

        sweeping.Told(On(Day("2026-05-05"), Row(Day("2026-05-05"), due))).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
    }

    [Fact]
    public void A_path_that_keeps_no_quiet_tells_on_a_Saturday() =>
        new Sweeping().Told(On(Day("2026-05-02"), Row(Day("2026-05-02"), Day("2026-05-01")))).Count().ShouldBe(3);

    [Fact]
    public void On_a_quiet_day_what_was_told_is_not_taken_back_yet()
    {
        var (sweeping, due) = (Quietly(), Day("2026-04-29"));
        sweeping.Sweep(On(Day("2026-04-30"), Row(Day("2026-04-30"), due)));

        sweeping.Sweep(On(Day("2026-05-02"), Row(TimescaleState.Met))).Withdrawn.ShouldBeEmpty();
        sweeping.Told(On(Day("2026-05-05"), Row(TimescaleState.Met))).Count().ShouldBe(3);
    }
}
