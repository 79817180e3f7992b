using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Pauses that overlap or miss an end, and extensions beside them.</summary>
public sealed class MovedDatesTests
{
    private const string Decided = "decided 2024-01-10 outcome=review";

    [Fact]
    public void Days_that_two_pauses_of_one_reason_share_count_once() =>
        Due("2024-06-01", Pause("2024-02-01"), Pause("2024-02-15"), Resume("2024-03-01"), Resume("2024-03-11")).ShouldBe("2024-08-18");

    [Theory]
    [InlineData("2024-02-29", "")]
    [InlineData("2024-03-01", "2024-08-08")]
    public void Two_pauses_for_one_reason_end_together(string asOf, string due) =>
        Due(asOf, Pause("2024-02-01"), Pause("2024-02-15"), Resume("2024-03-01")).ShouldBe(due);

    [Fact]
    public void A_pause_begun_on_the_day_another_ended_is_still_open() =>
        State("2024-06-01", Pause("2024-02-01"), Resume("2024-03-01"), Pause("2024-03-01")).ShouldBe(TimescaleState.Paused);

    [Theory]
    [InlineData("2024-02-20")]
    [InlineData("2026-09-28")]
    public void A_pause_that_has_not_ended_names_no_end_and_says_what_is_left_of_the_limit(string asOf)
    {
        var told = Told(asOf, Pause("2024-02-01"), Resume("2024-02-11"), Pause("2024-02-20"));

        told.ShouldContain("There is no due date while the pause lasts: it moves on from Wednesday 10 July 2024 by a day for each day of the pause; "
            + "151 days were left when the pause began, and they run on when it ends.");
        told.ShouldAllBe(sentence => !sentence.Contains("9999"));

        // The day before it began it was due in so many days.
        Due("2024-02-19", Pause("2024-02-01"), Resume("2024-02-11")).ShouldBe(Day("2024-02-20").AddDays(151).ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void A_pause_that_may_not_have_ended_gives_the_earliest_due_date() =>
        Explanation.SentencesOf(Row(Historic(Decided, Pause("2024-02-01")), "2024-08-01", Report).Because, Bench.Vocabulary)
            .ShouldContain("What may still be paused may move the due date on from Wednesday 10 July 2024: it is Wednesday 10 July 2024 at the earliest.");

    [Theory]
    [InlineData("2024-03-01", "If the pause ended on Friday 1 March 2024, it would be due by Thursday 8 August 2024.")]
    [InlineData("2024-03-02", "If the pause ended on Saturday 2 March 2024, it would be due by Friday 9 August 2024.")]
    public void What_would_be_due_if_a_pause_ended_is_told(string asOf, string told)
    {
        var found = Assess(Live(Decided, Pause("2024-02-01")), asOf, Rulebook(Report));

        Upcoming.Of(found.Timescales.Single(), found, Rulebook(Report)).ShouldBe(told);
        Due("2024-08-01", Pause("2024-02-01"), Resume(asOf)).ShouldBe(asOf.EndsWith('1') ? "2024-08-08" : "2024-08-09");
    }

    [Fact]
    public void An_open_pause_that_certainly_did_not_end_is_not_asked_about()
    {
        var rule = Report with { AppliesWhen = new FactTest { Fact = "parallel", Comparison = Comparison.OneOf, Values = ["yes"] } };
        var row = Row(Live(Decided, Pause("2024-02-01"), "pause 2024-03 reason=inquest"), "2024-06-01", rule);

        (row.State, string.Join(' ', row.Missing)).ShouldBe((TimescaleState.CannotTell, "parallel"));
    }

    [Theory]
    [InlineData("2024-06-09", "2024-09-20")]
    [InlineData("2024-06-10", "2024-09-19")]
    [InlineData("2024-06-19", "2024-09-10")]
    [InlineData("2024-06-20", "2024-09-10")]
    public void Only_paused_days_after_the_day_of_the_agreement_move_what_was_agreed(string agreed, string due) =>
        Due("2024-07-01", Pause("2024-06-10"), Resume("2024-06-20"), $"agreed {agreed} for=report until=2024-09-10 by=board").ShouldBe(due);

    [Fact]
    public void An_extension_never_shortens_what_the_pauses_gave() =>
        Due("2024-06-01", Pause("2024-02-01"), Resume("2024-05-01"), "agreed 2024-05-10 for=report until=2024-08-01 by=board").ShouldBe("2024-10-08");

    [Fact]
    public void What_is_agreed_after_it_was_met_cures_nothing()
    {
        var row = Row(Live(Decided, "reported 2024-08-01", "agreed 2024-08-02 for=report until=2024-09-30 by=board"), "2024-10-01", Report);

        (row.State, row.DaysLateAtLeast).ShouldBe((TimescaleState.MetLate, 22));
        Row(Live(Decided, "reported 2024-08-01", "agreed 2024-08-01 for=report until=2024-09-30 by=board"), "2024-10-01", Report).State.ShouldBe(TimescaleState.Met);
    }

    [Theory]
    [InlineData("2024-05-02", "2025-01-01", TimescaleState.Overdue)]
    [InlineData("2024-05-02", "2024-11-02", TimescaleState.DueSoon)]
    [InlineData("2024-05-01", "2025-01-01", TimescaleState.Ended)]
    public void A_direction_after_the_end_starts_it_anew_and_one_on_its_day_does_not(string directed, string asOf, TimescaleState state) =>
        Row(Live(Decided, "withheld 2024-05-01", $"directed {directed}"), asOf, Report).State.ShouldBe(state);

    [Theory]
    [InlineData("yes", true, TimescaleState.Waived)]
    [InlineData("no", true, TimescaleState.Overdue)]
    [InlineData(null, true, TimescaleState.CannotTell)]
    [InlineData(null, false, TimescaleState.MetLate)]
    public void An_unknown_fact_waives_nothing_in_loaded_history_and_is_asked_for_in_a_live_case(string? parallel, bool live, TimescaleState state)
    {
        var rule = Report with { WaivedBy = new FactTest { Fact = "parallel", Comparison = Comparison.OneOf, Values = ["yes"] } };
        var file = live ? Live(Decided) : Historic(Decided, "reported 2025-01-01");
        var row = Row(parallel is null ? file : file with { Facts = file.Facts.Add("parallel", parallel) }, "2025-06-01", rule);

        row.State.ShouldBe(state);
        row.Because.Any(reason => reason.Template == ReasonTemplate.UnlessUnrecorded).ShouldBe(!live);
    }

    [Theory]
    [InlineData("2024-02-10", true)]
    [InlineData("2024-01-10", false)]
    public void Lateness_that_began_before_the_register_was_kept_says_so(string kept, bool says) =>
        Row(File(kept, Decided, "reported 2025-01-01"), "2025-06-01", Report).Because
            .Any(reason => reason.Template == ReasonTemplate.UnlessUnrecorded).ShouldBe(says);

    [Fact]
    public void What_may_not_apply_is_late_by_no_certain_number_of_days()
    {
        var rule = Decide with { AppliesWhen = new FactTest { Fact = "parallel", Comparison = Comparison.OneOf, Values = ["yes"] } };
        var row = Row(Live("told 2024-01-01"), "2024-06-01", rule);

        (row.State, row.DaysLateAtLeast, row.DaysLateAgainstOriginalAtLeast).ShouldBe((TimescaleState.CannotTell, 0, 0));
    }

    private static string Due(string asOf, params string[] events) => Row(Live([Decided, .. events]), asOf, Report).Due?.ToString() ?? "";

    private static System.Collections.Immutable.ImmutableArray<string> Told(string asOf, params string[] events) =>
        Explanation.SentencesOf(Row(Live([Decided, .. events]), asOf, Report).Because, Bench.Vocabulary);

    private static TimescaleState State(string asOf, params string[] events) => Row(Live([Decided, .. events]), asOf, Report).State;

    private static string Pause(string day) => $"pause {day} reason=trial";

    private static string Resume(string day) => $"resume {day} reason=trial";
}
