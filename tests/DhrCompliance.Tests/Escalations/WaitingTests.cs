using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

/// <summary>Whoever had a mail today hears the rest tomorrow.</summary>
public sealed class WaitingTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Late = Due.AddDays(1);

    private static PlanContext Waiting(params string[] roles) => new(Waits: notice => roles.Contains(notice.Key.Role));

    [Fact]
    public void All_of_a_duty_waits_for_the_one_who_hears_no_more_today()
    {
        var sweeping = new Sweeping();

        var plan = sweeping.Sweep(On(Late, Row(Late, Due)), Waiting("chair"));

        plan.Notices.ShouldBeEmpty();
        plan.PassedOver.ShouldBeEmpty();
        plan.NextOn.ShouldBe(Late.AddDays(1));
        sweeping.Told(On(Late.AddDays(1), Row(Late.AddDays(1), Due))).Count().ShouldBe(3);
    }

    [Fact]
    public void Another_duty_does_not_wait()
    {
        var context = new PlanContext(Waits: notice => notice.Key.Duty == "report");

        new Sweeping().Sweep(On(Late, Row(Late, Due), Row(Late, Due, Tell)), context).Notices.Select(notice => notice.Key.Duty).Distinct().ShouldBe(["local/tell"]);
    }

    [Fact]
    public void What_is_taken_back_waits_with_the_word_that_it_no_longer_stands()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));

        sweeping.Sweep(On(Late.AddDays(1), Row(TimescaleState.Met)), Waiting("team")).Withdrawn.ShouldBeEmpty();
        sweeping.Sweep(On(Late.AddDays(2), Row(TimescaleState.Met))).Withdrawn.Length.ShouldBe(3);
    }

    [Fact]
    public void What_is_held_or_urgent_does_not_wait_and_is_not_told_twice()
    {
        var path = TheLadder with { Steps = [.. TheLadder.Steps.Select(step => step.Id == "overdue" ? step with { Urgent = true, To = ["chair"] } : step)] };
        var sweeping = new Sweeping(RulesWith(path));
        var day = Due.AddDays(90);

        var today = sweeping.Sweep(On(day, Row(day, Due)), Waiting("team", "chair", "ministry"));
        var tomorrow = sweeping.Sweep(On(day.AddDays(1), Row(day.AddDays(1), Due)));

        today.Notices.Select(Sweeping.Told).ShouldBe(["outside#0 ministry"]);
        today.NextOn.ShouldBe(day.AddDays(1));
        tomorrow.Notices.Select(Sweeping.Told).ShouldBe(["repeated#2 team", "repeated#2 chair"], ignoreOrder: true);
        new Sweeping(RulesWith(path)).Sweep(On(Late, Row(Late, Due)), Waiting("chair")).Notices.Select(Sweeping.Told).ShouldBe(["overdue#0 chair"]);
    }

    [Fact]
    public void What_was_passed_over_waits_with_what_it_was_passed_over_for()
    {
        var sweeping = new Sweeping();
        var day = Due.AddDays(90);

        var today = sweeping.Sweep(On(day, Row(day, Due)), Waiting("team"));
        today.PassedOver.ShouldAllBe(key => key.Role != "team");

        var tomorrow = sweeping.Sweep(On(day.AddDays(1), Row(day.AddDays(1), Due)));
        tomorrow.Notices.Select(Sweeping.Told).ShouldBe(["repeated#2 team"]);
        tomorrow.PassedOver.Select(key => $"{key.Step} {key.Role}").ShouldBe(["overdue team"]);
    }
}
