using DhrCompliance.Assessments;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

/// <summary>A recorded reason with a dated next step holds back those further up, until that day.</summary>
public sealed class ExplainedTests
{
    private static readonly DateOnly Due = Day("2026-07-10");

    private static Sweeping Sweeps => new(RulesWith(TheLadder with { Explained = "chair" }));

    [Theory]
    [InlineData("2026-10-08", "2026-10-07", "outside#0 ministry, overdue#0 author, repeated#2 chair, repeated#2 team")] // the explanation is over
    [InlineData("2026-10-08", "2026-10-08", "overdue#0 author, repeated#2 chair, repeated#2 team")]
    [InlineData("2026-10-08", "2027-01-01", "overdue#0 author, repeated#2 chair, repeated#2 team")]
    public void Only_those_above_the_role_wait(string day, string until, string told) =>
        string.Join(", ", Sweeps.Told(Explained(day, until)).Order(StringComparer.Ordinal)).ShouldBe(told);

    [Fact]
    public void Once_it_is_over_they_are_told_and_that_day_is_known_before()
    {
        var sweeping = Sweeps;
        var plan = sweeping.Sweep(Explained("2026-10-08", "2026-10-20"));
        plan.NextOn.ShouldBe(Day("2026-10-21"));
        sweeping.Told(Explained("2026-10-20", "2026-10-20")).ShouldBeEmpty();
        sweeping.Told(Explained("2026-10-21", "2026-10-20")).ShouldBe(["outside#0 ministry"]);
    }

    [Fact]
    public void What_was_told_before_is_not_taken_back_by_an_explanation()
    {
        var sweeping = Sweeps;
        sweeping.Sweep(On(Day("2026-10-08"), Row(Day("2026-10-08"), Due))).Notices.Select(Sweeping.Told).ShouldContain("outside#0 ministry");
        sweeping.Sweep(Explained("2026-10-09", "2026-12-31")).Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public void A_path_that_names_nobody_holds_nothing_back() =>
        new Sweeping().Told(Explained("2026-10-08", "2027-01-01")).ShouldContain("outside#0 ministry");

    private static Assessment Explained(string day, string until)
    {
        var row = Row(Day(day), Due);
        return On(Day(day), Day(day) <= Day(until) ? row with { Because = [new Reason(ReasonTemplate.ExplainedUntil, null, null, On("2026-07-20"), On(until))] } : row);
    }
}
