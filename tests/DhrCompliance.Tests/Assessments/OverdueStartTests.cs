using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Clocks that start when another rule falls overdue.</summary>
public sealed class OverdueStartTests
{
    private static Timescale Tell { get; } = new()
    {
        Pack = "p",
        Id = "a-tell",
        Title = "Tell of the delay",
        Starts = [new StartOverdue("report")],
        Limit = new Within(new LimitTerms(new Period(14, PeriodUnit.Days))),
        MetBy = new MetByEvent(On("shown")),
    };

    [Theory]
    [InlineData("2024-07-10", "not-started")] // the report is due that day
    [InlineData("2024-07-11", "due-soon")]
    [InlineData("2024-07-25", "due-soon")]
    [InlineData("2024-07-26", "overdue")]
    public void It_starts_on_the_day_after_the_due_date(string asOf, string state) =>
        State("decided 2024-01-10 outcome=review", asOf: asOf).ShouldBe(state);

    [Fact]
    public void The_start_and_the_due_date_are_told_and_rows_keep_their_order()
    {
        var found = Assess(Live("decided 2024-01-10 outcome=review"), "2024-07-26", Tell, Report);
        var row = found.Timescales[0];

        found.Timescales.Select(each => each.Rule.Id).ShouldBe(["a-tell", "report"]);
        (row.Started, row.Due).ShouldBe((DateInterval.On(Day("2024-07-11")), DateInterval.On(Day("2024-07-25"))));
        Explanation.SentencesOf(row.Because, Bench.Vocabulary)[0].ShouldBe("The clock started when “Report” fell overdue, on Thursday 11 July 2024.");
        Explanation.SentencesOf(Assess(Live("decided 2024-01-10 outcome=review"), "2024-07-10", Tell, Report).Timescales[0].Because, Bench.Vocabulary)
            .ShouldBe(["The clock has not started: it does when “Report” falls overdue."]);
    }

    [Theory]
    [InlineData("reported 2024-07-10", "not-started")] // met in time
    [InlineData("reported 2024-07-11", "overdue")] // met late: it fell overdue all the same
    [InlineData("withheld 2024-07-01", "not-started")] // ended before
    [InlineData("pause 2024-07-10 reason=trial", "overdue")] // too late to stop the clock
    [InlineData("pause 2024-07-09 reason=trial", "not-started")]
    [InlineData("agreed 2024-07-20 for=report until=2025-01-31 by=board", "not-started")] // no longer overdue
    [InlineData("shown 2024-07-12", "met")]
    public void What_keeps_the_other_from_being_overdue_keeps_this_from_starting(string happened, string state) =>
        State("decided 2024-01-10 outcome=review", happened, asOf: "2024-08-20").ShouldBe(state);

    [Fact]
    public void Where_it_cannot_be_told_whether_the_other_is_overdue_this_cannot_either()
    {
        var row = Assess(Live("decided 2024-01 outcome=review"), "2024-07-15", Report, Tell).Timescales[1];

        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Possible.ShouldBe(StateSet.Of(TimescaleState.NotStarted).With(TimescaleState.DueSoon));
        row.Missing.ShouldContain("decided");
        Assess(Live("decided 2024-01 outcome=review"), "2024-07-01", Report, Tell).Timescales[1].State.ShouldBe(TimescaleState.NotStarted);
    }

    [Fact]
    public void Of_several_instances_the_first_starts_it_and_of_the_same_item_its_own()
    {
        var rounds = Decide with { Id = "rounds", ForEach = new ForEachEvent(On("met")), Starts = [], MetBy = new MetByEvent(On("shown")) };
        Assess(Live("met 2024-01-10", "met 2024-01-05"), "2024-04-01", rounds, Tell with { Starts = [new StartOverdue("rounds")], MetBy = new MetByEvent(On("reported")) })
            .Timescales.Single(row => row.Rule.Id == "a-tell").Started.ShouldBe(DateInterval.On(Day("2024-02-06")));
    }

    [Fact]
    public void Across_packs_it_goes_by_the_edition_that_governs()
    {
        var rulebook = Rulebook(
            Pack("a", null, Tell),
            Pack("old", new Governance { By = ["decided"], From = DateInterval.On(Day("2000-01-01")) }, Report),
            Pack("new", new Governance { By = ["decided"], From = DateInterval.On(Day("2024-01-10")) }, Report with { Limit = new Within(Months(3)) }));

        Assess(Live("decided 2024-01-10 outcome=review"), "2024-05-01", rulebook).Timescales.Single(row => row.Rule.Id == "a-tell").Started.ShouldBe(DateInterval.On(Day("2024-04-11")));
        Assess(Live("decided 2024-01-09 outcome=review"), "2024-05-01", rulebook).Timescales.Single(row => row.Rule.Id == "a-tell").State.ShouldBe(TimescaleState.NotStarted);
    }

    [Fact]
    public void Where_it_may_not_be_overdue_an_event_that_nobody_recorded_may_have_started_it()
    {
        var rule = Tell with { Starts = [new StartOverdue("report"), new StartEvent(On("directed"))] };
        var row = Assess(File("2024-02-01", "decided 2024-01 outcome=review"), "2024-07-15", Report, rule).Timescales[1];

        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Possible.Has(TimescaleState.Overdue).ShouldBeTrue();
        row.Missing.ShouldContain("directed");
    }

    [Fact]
    public void A_chain_of_three_is_judged_in_its_order()
    {
        var again = Tell with { Id = "0-again", Starts = [new StartOverdue("a-tell")] };
        Assess(Live("decided 2024-01-10 outcome=review"), "2024-07-26", again, Tell, Report).Timescales[0].Started.ShouldBe(DateInterval.On(Day("2024-07-26")));
    }

    [Fact]
    public void A_circle_is_refused() =>
        Should.Throw<ArgumentException>(() => CompiledRulebook.Compile(Rulebook(Tell with { Starts = [new StartOverdue("b")] }, Tell with { Id = "b", Starts = [new StartOverdue("a-tell")] })));

    private static string State(string decided, string? happened = null, string asOf = "") =>
        Words.Of(Assess(happened is null ? Live(decided) : Live(decided, happened), asOf, Tell, Report).Timescales[0].State);
}
