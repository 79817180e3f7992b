using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

public sealed class TimescaleTests
{
    [Theory]
    [InlineData("2023-01-31", "running")]
    [InlineData("2023-02-13", "running")]
    [InlineData("2023-02-14", "due-soon")]
    [InlineData("2023-02-28", "due-soon")]
    [InlineData("2023-03-01", "overdue")]
    public void A_month_from_31_January_is_overdue_from_1_March(string asOf, string state) =>
        Words.Of(Row(Live("told 2023-01-31"), asOf, Decide).State).ShouldBe(state);

    [Theory]
    [InlineData("2023-02-28", "met", 0)]
    [InlineData("2023-03-01", "met-late", 1)]
    [InlineData("2023-03-31", "met-late", 31)]
    public void Met_on_the_due_date_is_in_time_and_the_day_after_is_late(string decided, string state, int late)
    {
        var row = Row(Live("told 2023-01-31", $"decided {decided}"), "2024-01-01", Decide);
        Words.Of(row.State).ShouldBe(state);
        (row.DaysLateAtLeast, row.DaysLateAtMost).ShouldBe((late, late));
        row.MetOn.ShouldBe(DateInterval.On(Day(decided)));
    }

    [Fact]
    public void Days_late_are_counted_to_the_day_assessed_while_it_is_not_met() =>
        Row(Live("told 2023-01-31"), "2023-03-10", Decide).DaysLateAtMost.ShouldBe(10);

    [Fact]
    public void Loaded_history_is_never_overdue_for_want_of_a_record()
    {
        var row = Row(Historic("told 2023-01-31"), "2026-01-01", Decide);
        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Missing.ShouldBe(["decided"]);
    }

    [Fact]
    public void Before_the_register_was_kept_absence_is_no_evidence() =>
        Row(File("2023-02-15", "told 2023-01-31"), "2023-06-01", Decide).State.ShouldBe(TimescaleState.CannotTell);

    [Fact]
    public void From_the_day_the_register_is_kept_absence_is_evidence() =>
        Row(File("2023-01-31", "told 2023-01-31"), "2023-06-01", Decide).State.ShouldBe(TimescaleState.Overdue);

    [Fact]
    public void A_start_that_did_not_happen_is_not_started() =>
        Row(Live("began 2023-01-01"), "2023-06-01", Decide).State.ShouldBe(TimescaleState.NotStarted);

    [Fact]
    public void A_start_that_may_be_unrecorded_cannot_be_told() =>
        Row(Historic("began 2023-01-01"), "2023-06-01", Decide).State.ShouldBe(TimescaleState.CannotTell);

    [Fact]
    public void As_of_a_day_before_it_a_recorded_event_has_not_happened()
    {
        var file = Live("told 2023-01-31", "decided 2023-04-01");
        Row(file, "2023-03-15", Decide).State.ShouldBe(TimescaleState.Overdue);
        Row(file, "2023-04-01", Decide).State.ShouldBe(TimescaleState.MetLate);
        Row(file, "2023-01-30", Decide).State.ShouldBe(TimescaleState.NotStarted);
    }

    [Fact]
    public void An_implied_decision_is_in_time_or_late_by_its_latest_day()
    {
        var row = Row(Historic("told 2013-05-29", "met 2013-07-11"), "2026-01-01", Decide);
        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Possible.ShouldBe(StateSet.Of(TimescaleState.Met).With(TimescaleState.MetLate));
        (row.DaysLateAtLeast, row.DaysLateAtMost).ShouldBe((0, 12));
        row.Missing.ShouldBe(["decided"]);
    }

    [Fact]
    public void A_recorded_pause_moves_the_due_date_by_its_days()
    {
        var row = Row(Live("told 2024-01-01", "decided 2024-01-10 outcome=review", "pause 2024-02-01 reason=trial", "resume 2024-03-01 reason=trial"), "2024-04-01", Report);
        row.OriginalDue.ShouldBe(DateInterval.On(Day("2024-07-10")));
        row.Due.ShouldBe(DateInterval.On(Day("2024-08-08")));
        row.State.ShouldBe(TimescaleState.Running);
    }

    [Fact]
    public void A_pause_for_another_reason_stops_nothing() =>
        Row(Live("decided 2024-01-10 outcome=review", "pause 2024-02-01 reason=inquest", "resume 2024-03-01 reason=inquest"), "2024-04-01", Report).Due.ShouldBe(DateInterval.On(Day("2024-07-10")));

    [Fact]
    public void While_a_pause_runs_it_is_paused_and_has_no_due_date()
    {
        var row = Row(Live("decided 2024-01-10 outcome=review", "pause 2024-02-01 reason=trial"), "2025-01-01", Report);
        row.State.ShouldBe(TimescaleState.Paused);
        row.Due.ShouldBeNull();
    }

    [Fact]
    public void A_pause_begun_after_the_due_date_cures_nothing_but_holds_the_ladder()
    {
        var row = Row(Live("decided 2024-01-10 outcome=review", "pause 2024-07-11 reason=trial"), "2024-08-01", Report);
        row.State.ShouldBe(TimescaleState.Overdue);
        row.LadderHeld.ShouldBeTrue();
        row.DaysLateAtMost.ShouldBe(22);
    }

    [Fact]
    public void An_extension_agreed_in_time_is_the_due_date()
    {
        var row = Row(Live("decided 2024-01-10 outcome=review", "agreed 2024-07-01 for=report until=2024-09-30 by=board"), "2024-09-30", Report);
        row.State.ShouldBe(TimescaleState.DueSoon);
        row.Due.ShouldBe(DateInterval.On(Day("2024-09-30")));
        row.OriginalDue.ShouldBe(DateInterval.On(Day("2024-07-10")));
    }

    [Fact]
    public void Lateness_is_told_against_the_extended_and_the_original_date()
    {
        var row = Row(Live("decided 2024-01-10 outcome=review", "agreed 2024-07-01 for=p/report until=2024-09-30 by=board", "reported 2024-10-10"), "2025-01-01", Report);
        (row.DaysLateAtMost, row.DaysLateAgainstOriginalAtMost).ShouldBe((10, 92));
    }

    [Fact]
    public void An_extension_agreed_too_late_counts_from_then_and_the_lateness_before_is_told()
    {
        var file = Live("decided 2024-01-10 outcome=review", "agreed 2024-08-01 for=report until=2024-09-30 by=chair");
        Row(file, "2024-07-31", Report).State.ShouldBe(TimescaleState.Overdue);
        var row = Row(file, "2024-08-01", Report);
        row.State.ShouldBe(TimescaleState.Running);
        row.Because.ShouldContain(reason => reason.Template == ReasonTemplate.ExtendedLate && reason.Number == 22);
    }

    [Theory]
    [InlineData("for=decide until=2024-09-30 by=board")]
    [InlineData("for=report until=2024-09-30 by=nobody")]
    public void An_extension_of_another_rule_or_by_nobody_who_may_agree_extends_nothing(string attributes) =>
        Row(Live("decided 2024-01-10 outcome=review", $"agreed 2024-07-01 {attributes}"), "2024-08-01", Report).State.ShouldBe(TimescaleState.Overdue);

    [Fact]
    public void The_latest_extension_agreed_replaces_the_one_before() =>
        Row(Live("decided 2024-01-10 outcome=review", "agreed 2024-06-01 for=report until=2024-12-31 by=board", "agreed 2024-07-01 for=report until=2024-08-31 by=board"), "2024-07-20", Report)
            .Due.ShouldBe(DateInterval.On(Day("2024-08-31")));

    [Fact]
    public void What_ends_it_ends_it_and_a_later_direction_starts_it_anew()
    {
        var file = Live("decided 2024-01-10 outcome=review", "withheld 2024-05-01", "directed 2024-11-01");
        Row(file, "2024-10-01", Report).State.ShouldBe(TimescaleState.Ended);
        var row = Row(file, "2024-12-01", Report);
        row.State.ShouldBe(TimescaleState.Running);
        row.Due.ShouldBe(DateInterval.On(Day("2025-05-01")));
    }

    [Fact]
    public void A_decision_not_to_review_starts_no_report_until_a_direction()
    {
        Row(Live("began 2024-01-01", "decided 2024-01-10 outcome=none"), "2024-12-01", Report).State.ShouldBe(TimescaleState.NotStarted);
        Row(Live("decided 2024-01-10 outcome=none", "directed 2024-03-01"), "2024-08-01", Report).Due.ShouldBe(DateInterval.On(Day("2024-09-01")));
    }

    [Fact]
    public void A_direction_on_an_unknown_day_is_due_between_both_ends()
    {
        var row = Row(Historic("began 2020-03-28", "decided ? outcome=none", "directed ?"), "2026-11-20", Report);
        row.Due.ShouldBe(new DateInterval(Day("2020-09-28"), Day("2027-05-20")));
        row.State.ShouldBe(TimescaleState.CannotTell);
    }

    [Fact]
    public void Even_with_every_day_up_to_it_paused_the_report_was_late()
    {
        var trial = Report with { PausedBy = ["inquest"] };
        var row = Row(Historic("began 2015-12", "pause ? reason=inquest", "resume 2017-01 reason=inquest", "reported 2019-01"), "2026-11-20", trial);
        row.State.ShouldBe(TimescaleState.MetLate);
        row.Because.ShouldContain(reason => reason.Template == ReasonTemplate.UnlessUnrecorded);
    }

    [Fact]
    public void Of_versions_the_first_counts() =>
        Row(Live("decided 2024-01-10 outcome=review", "reported 2024-07-01", "reported 2024-12-01"), "2025-01-01", Report).State.ShouldBe(TimescaleState.Met);

    [Fact]
    public void What_meets_it_before_its_start_counts_and_is_asked_about()
    {
        var result = Assess(Live("told 2024-01-10", "decided 2024-01-05"), "2024-06-01", Decide with { Starts = [new StartEvent(On("directed")), new StartEvent(On("told"))] });
        result.Timescales.Single().State.ShouldBe(TimescaleState.Met);
        result.Questions.ShouldContain(question => question.Reason.Template == ReasonTemplate.AskMetBeforeStart);
    }

    [Fact]
    public void A_rule_that_fails_is_reported_and_the_others_go_on()
    {
        var broken = Report with { Id = "broken", ForEach = new ForEachEvent(On("directed")), Limit = new ByDate([new DateSource("directed", "no-such-attribute")], null) };
        var result = Assess(Live("told 2023-01-31", "directed 2023-05-01"), "2023-06-01", Decide, broken with { Starts = [] });
        result.Failures.ShouldHaveSingleItem().Rule.ShouldBe("p/broken");
        result.Timescales.ShouldHaveSingleItem().State.ShouldBe(TimescaleState.Overdue);
    }

    [Theory]
    [InlineData("panel;board", TimescaleState.Met)]
    [InlineData("panel", TimescaleState.Overdue)]
    public void Of_several_choices_one_is_enough(string to, TimescaleState state) =>
        Row(Live("told 2023-01-31", $"shown 2023-02-10 to={to}"), "2023-06-01", Decide with { MetBy = new MetByEvent(On("shown", ("to", "board"))) }).State.ShouldBe(state);

    [Fact]
    public void A_pause_without_a_reason_takes_no_end_of_another_and_may_still_run() =>
        Row(Live("decided 2024-01-10 outcome=review", "pause 2024-02-01", "pause 2024-03-01 reason=trial", "resume 2024-04-01 reason=trial"), "2025-01-01", Report)
            .State.ShouldBe(TimescaleState.CannotTell);
}
