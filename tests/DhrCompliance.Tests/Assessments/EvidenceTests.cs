using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>What the day it was recorded, contradictions, and items dated in part say.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData("2023-02", "2023-02-10", "2023-02-01/2023-02-10")]
    [InlineData("2023-02", "2023-02-28", "2023-02-01/2023-02-28")]
    [InlineData("2023-02", "2023-03-05", "2023-02-01/2023-02-28")]
    [InlineData("?", "2023-02-10", "2023-01-31/2023-02-10")]
    [InlineData("2023-02-15", "2023-02-10", "2023-02-15")]
    public void What_was_recorded_had_happened_by_that_day(string decided, string recordedOn, string met)
    {
        var row = Row(Seen(Live("began 2023-01-31", "told 2023-01-31", $"decided {decided}"), recordedOn), "2024-01-01", Decide);
        row.MetOn.ShouldBe(Interval(met));
    }

    [Theory]
    [InlineData("2023-02-14", true)]
    [InlineData("2023-02-15", false)]
    public void An_event_recorded_before_its_day_has_not_happened_and_is_asked_about(string asOf, bool asked)
    {
        var assessment = Assess(Seen(Live("told 2023-01-31", "decided 2023-02-15"), "2023-02-10"), asOf, Decide);

        assessment.Timescales.Single().State.ShouldBe(asked ? TimescaleState.DueSoon : TimescaleState.Met);
        assessment.Questions.Any(question => question.Reason.Template == ReasonTemplate.AskFuture).ShouldBe(asked);
    }

    [Fact]
    public void A_planned_event_may_lie_ahead_and_is_not_bounded_by_the_day_it_was_planned()
    {
        var planned = Bench.Vocabulary with { Events = [.. Bench.Vocabulary.Events.Select(kind => kind.Name == "decided" ? kind with { Plannable = true } : kind)] };
        var rulebook = Rulebook(Decide) with { Vocabulary = planned };
        var file = Seen(Live("told 2023-01-31", "decided 2023-03"), "2023-03-01");

        Assess(file, "2023-03-15", rulebook).Timescales.Single().Possible.ShouldBe(StateSet.Of(TimescaleState.MetLate).With(TimescaleState.Overdue));
        Assess(file, "2023-02-20", rulebook).Questions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2023-03-01", "2023-01-10/2023-03-20")]
    [InlineData("2000-01-01", "2023-03-05/2023-03-20")]
    public void Where_the_first_start_may_lie_ahead_a_later_one_of_the_list_may_have_happened_before_the_register_was_kept(string keptSince, string started)
    {
        var file = File(keptSince, "began 2023-01-10", "decided 2023-03-05/2023-03-20 outcome=review");

        Row(file, "2023-03-10", Report).Started.ShouldBe(Interval(started));
        Row(file, "2023-03-20", Report).Started.ShouldBe(Interval("2023-03-05/2023-03-20"));
    }

    [Fact]
    public void Where_two_recorded_days_contradict_both_stand_and_it_is_asked()
    {
        var assessment = Assess(Live("began 2023-01-10", "told 2023-03-01", "decided 2023-02-01"), "2024-01-01", Decide);

        assessment.Timescales.Single().Started.ShouldBe(DateInterval.On(Day("2023-03-01")));
        assessment.Timescales.Single().MetOn.ShouldBe(DateInterval.On(Day("2023-02-01")));
        assessment.Questions.ShouldContain(question => question.Reason.Template == ReasonTemplate.AskOrder && question.Settles == 0);
    }

    [Fact]
    public void The_question_that_settles_most_comes_first_and_none_is_of_what_did_not_happen()
    {
        var twice = Decide with { Id = "twice" };
        var parallel = Decide with { Id = "parallel", AppliesWhen = new Vocabularies.FactTest { Fact = "parallel", Comparison = Vocabularies.Comparison.OneOf, Values = ["yes"] } };
        var questions = Assess(Live("began 2023-01-01", "told 2023", "decided 2023-12-31"), "2024-06-01", Decide, twice, parallel).Questions;

        questions.Select(question => (question.About, question.Settles)).ShouldBe([("told", 3), ("parallel", 1)]);
    }

    [Theory]
    [InlineData("2024-03", "2024-02-29", TimescaleState.MetLate)]
    [InlineData("2024-03", "2024-03-31", TimescaleState.Met)]
    [InlineData("2024-03", "2024-03-15", TimescaleState.CannotTell)]
    public void An_item_done_in_a_month_is_late_only_if_every_day_of_it_is(string done, string due, TimescaleState state) =>
        Row(WithAction(due, Live("decided 2024-01-01 outcome=review", $"done {done} @A1")), "2024-06-01", DoAction).State.ShouldBe(state);

    [Fact]
    public void An_item_that_may_have_been_done_before_its_clock_is_late_by_no_certain_number_of_days()
    {
        var row = Row(WithAction("2024-02-01", Historic("began 2023-01-01", "decided 2024-03-01 outcome=review")), "2024-06-01", DoAction);

        (row.State, row.DaysLateAtLeast, row.Possible.With(TimescaleState.Met) == row.Possible).ShouldBe((TimescaleState.CannotTell, 0, true));
    }

    [Theory]
    [InlineData("2023-05-31", TimescaleState.CannotTell)]
    [InlineData("2023-06-01", TimescaleState.CannotTell)]
    public void A_register_kept_only_later_is_no_evidence_before(string asOf, TimescaleState state) =>
        Row(File("2023-06-01", "told 2023-01-31"), asOf, Decide).State.ShouldBe(state);

    [Theory]
    [InlineData("2023-05-31", false)]
    [InlineData("2023-06-01", true)]
    public void A_case_is_live_from_the_day_its_register_is_kept(string asOf, bool live) =>
        Assess(File("2023-06-01", "told 2023-01-31"), asOf, Decide).Live.ShouldBe(live);

    [Theory]
    [InlineData("2024-04-30", true)]
    [InlineData("2024-05-01", false)]
    [InlineData("2024-06-01", true)]
    public void A_case_is_not_live_from_its_closing_to_its_reopening(string asOf, bool live) =>
        Assess(Live("told 2023-01-31", "withheld 2024-05-01", "directed 2024-06-01"), asOf, Decide).Live.ShouldBe(live);

    [Fact]
    public void Milestones_are_counted_from_the_first_and_not_where_their_order_or_day_is_unknown()
    {
        Milestones("began 2013-02-17", "reported 2013-11-21", "reported 2014-01-01").ShouldBe("began reported 277-277");
        Milestones("began 2013-02-17", "reported 2013-11-21", "reported ?").ShouldBe("");
        Milestones("began 2013-02-17", "reported 2013-11", "reported 2013-11-10").ShouldBe("began reported 257-266");
        Milestones("reported 2013-11-21", "judged 2013-10-01").ShouldBe("");
    }

    [Theory]
    [InlineData("2024-03-10", "2024-02-01/2024-03-10")]
    [InlineData("2024-01-31", "2023-06-01/2024-01-31")]
    public void Of_three_rounds_the_one_without_a_submission_lies_between_its_outcomes(string second, string implied)
    {
        var count = new Timescale
        {
            Pack = "p", Id = "answer", Title = "Answer", ForEach = new ForEachEvent(On("judged", ("outcome", "again"))),
            Limit = new Promptly(new Period(14, PeriodUnit.Days)), MetBy = new MetByEvent(On("sent")),
        };
        var first = second == "2024-03-10" ? "2024-02-01" : "2023-06-01";
        var rows = Assess(Live("began 2022-01-01", "sent 2023-01-01", $"judged {first} outcome=again", $"judged {second} outcome=again", "sent 2024-05-01", "judged 2024-06-01 outcome=approved"), "2024-12-01", count).Timescales;

        rows.Select(row => row.MetOn).ShouldBe([Interval(implied), DateInterval.On(Day("2024-05-01"))]);
    }

    private static string Milestones(params string[] events) => string.Join(
        ' ', Assess(Historic(events), "2026-01-01", Decide).Milestones.Select(found => $"{found.From} {found.To} {found.DaysAtLeast}-{found.DaysAtMost}"));

    private static DateInterval Interval(string text) =>
        text.Split('/') is [var from, var to] ? new DateInterval(Day(from), Day(to)) : DateInterval.On(Day(text));

    private static CaseFile Seen(CaseFile file, string day) => file with { Events = [.. file.Events.Select(row => row with { RecordedOn = Day(day) })] };

    private static CaseFile WithAction(string due, CaseFile file) => file with
    {
        Items = [new CaseItem { Id = "A1", Kind = "action", Facts = ImmutableDictionary<string, string>.Empty.Add("due", due) }],
    };

    private static readonly Timescale DoAction = new()
    {
        Pack = "p", Id = "do", Title = "Do the action", ForEach = new ForEachItem("action"), Starts = [new StartEvent(On("decided"))],
        Limit = new ByDate([new DateSource(null, "due")], null), MetBy = new MetByEvent(On("done")),
    };
}
