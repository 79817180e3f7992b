using DhrCompliance.Assessments;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class EditionsTests
{
    private static readonly DateOnly Due = Day("2026-07-10");

    private static Assessment Both(DateOnly day, params TimescaleResult[] rows) =>
        On(day, rows) with { Editions = ["edition-1", "edition-2"] };

    [Fact]
    public void Where_the_editions_that_could_govern_agree_the_step_is_told_once()
    {
        var day = Due.AddDays(2);

        var plan = new Sweeping().Sweep(Both(day, Row(day, Due), Row(day, Due.AddDays(1), ReportOfTheNext)));

        plan.Notices.Select(Sweeping.Told).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
        plan.Notices.ShouldAllBe(notice => notice.Key.Duty == "report" && notice.Timescale!.DaysLateAtLeast == 1);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(28, 29)]
    [InlineData(-14, -13)]
    public void Where_they_ask_for_different_steps_nothing_is_told_until_they_agree(int apart, int agreed)
    {
        Assessment After(int days) =>
            Both(Due.AddDays(days), Row(Due.AddDays(days), Due), Row(Due.AddDays(days), Due.AddDays(1), ReportOfTheNext));
        var roles = new Sweeping();

        roles.Sweep(After(apart)).Notices.ShouldAllBe(notice => apart == 28 && notice.Key.Role == "author");
        roles.Sweep(After(agreed)).Notices.ShouldNotBeEmpty();
    }

    [Fact]
    public void Where_one_of_them_has_no_such_duty_nothing_is_told() =>
        new Sweeping().Told(Both(Due.AddDays(2), Row(Due.AddDays(2), Due))).ShouldBeEmpty();

    [Fact]
    public void Where_one_of_them_cannot_tell_nothing_is_told_and_nothing_asked() =>
        new Sweeping().Told(Both(Due.AddDays(2), Row(Due.AddDays(2), Due), Row(TimescaleState.CannotTell, ReportOfTheNext))).ShouldBeEmpty();

    [Fact]
    public void Another_edition_that_comes_to_govern_tells_no_one_again()
    {
        var sweeping = new Sweeping();
        var day = Due.AddDays(2);
        sweeping.Sweep(On(day, Row(day, Due)));

        var plan = sweeping.Sweep(On(day.AddDays(1), Row(day.AddDays(1), Due, ReportOfTheNext)) with { Editions = ["edition-2"] });

        plan.Notices.ShouldBeEmpty();
        plan.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public void A_local_pack_that_is_no_edition_needs_nobody_to_agree() =>
        new Sweeping().Told(Both(Due.AddDays(2), Row(Due.AddDays(2), Due, Tell))).Count().ShouldBe(3);
}
