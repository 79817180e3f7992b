using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Tests.Assessments;

public sealed class AssessmentDifferenceTests
{
    private static readonly DateInterval January = DateInterval.On(new DateOnly(2026, 1, 31));
    private static readonly DateInterval February = DateInterval.On(new DateOnly(2026, 2, 28));

    [Fact]
    public void The_same_says_nothing() => AssessmentDifference.Between(Of(Row("once")), Of(Row("once"))).ShouldBeEmpty();

    [Fact]
    public void Another_state_is_told_with_both_words()
    {
        var row = AssessmentDifference.Between(Of(Row("once")), Of(Row("once") with { State = TimescaleState.MetLate, MetOn = February })).ShouldHaveSingleItem();

        (row.StateBefore, row.StateNow, row.MetBefore, row.MetNow).ShouldBe(("running", "met-late", null, February));
    }

    [Fact]
    public void Another_due_date_alone_is_told() =>
        AssessmentDifference.Between(Of(Row("once")), Of(Row("once") with { Due = February })).ShouldHaveSingleItem().DueNow.ShouldBe(February);

    [Fact]
    public void More_days_late_are_no_difference() =>
        AssessmentDifference.Between(Of(Row("once")), Of(Row("once") with { DaysLateAtLeast = 3, DaysLateAtMost = 3 })).ShouldBeEmpty();

    [Fact]
    public void A_row_that_came_and_one_that_went_are_told()
    {
        var rows = AssessmentDifference.Between(Of(Row("E1")), Of(Row("E2")));

        rows.Select(row => (row.Instance, row.StateBefore, row.StateNow)).ShouldBe([("E2", null, "running"), ("E1", "running", null)]);
    }

    [Fact]
    public void Without_an_assessment_before_everything_is_new() => AssessmentDifference.Between(null, Of(Row("once"))).Length.ShouldBe(1);

    private static TimescaleResult Row(string instance) => new()
    {
        Rule = Bench.Decide, Instance = instance, State = TimescaleState.Running, Possible = StateSet.Of(TimescaleState.Running), Due = January,
    };

    private static Assessment Of(params TimescaleResult[] rows) => new()
    {
        Reference = "C1", AsOf = new DateOnly(2026, 1, 15), Live = true, Editions = [], Criteria = [], Timescales = [.. rows], Checks = [], Milestones = [],
        Questions = [], Failures = [], NextChangeOn = null,
    };
}
