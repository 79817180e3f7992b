using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>What is due with the next meeting of the partnership's board.</summary>
public sealed class NextEventTests
{
    private static Timescale Inform { get; } = new()
    {
        Pack = "p",
        Id = "inform",
        Title = "Inform the board",
        Starts = [new StartEvent(On("told"))],
        Limit = new NextEvent(On("board"), new Period(7, PeriodUnit.Days)),
        MetBy = new MetByEvent(On("shown", ("to", "board"))),
    };

    [Theory]
    [InlineData("2026-03-10", "2026-04-15", "overdue")]
    [InlineData("2026-03-10", "2026-04-14", "due-soon")]
    [InlineData("2026-03-10", "2026-03-31", "due-soon")]
    [InlineData("2026-03-10", "2026-03-30", "running")]
    public void It_is_due_with_the_next_meeting_recorded_or_planned(string told, string asOf, string state)
    {
        var row = Judge([$"told {told}"], asOf, "board 2026-03-10", "board 2026-04-14", "board 2026-07-14");

        row.Due.ShouldBe(DateInterval.On(Day("2026-04-14")));
        Words.Of(row.State).ShouldBe(state);
    }

    [Theory]
    [InlineData("2026-04-13", "2026-04-14")]
    [InlineData("2026-04-14", "2026-07-14")]
    public void A_meeting_on_the_day_itself_is_not_the_next(string told, string due) =>
        Judge([$"told {told}"], "2026-04-15", "board 2026-04-14", "board 2026-07-14").Due.ShouldBe(DateInterval.On(Day(due)));

    [Fact]
    public void Without_a_meeting_it_is_outstanding_and_asked_for()
    {
        var row = Judge(["told 2026-03-10"], "2026-04-01", "board 2026-03-10");

        row.State.ShouldBe(TimescaleState.Outstanding);
        row.AskedFor.ShouldBe(DateInterval.On(Day("2026-03-17")));
        row.DaysLateAtMost.ShouldBe(0);
        Explanation.SentencesOf(row.Because, OurWords()).ShouldContain("It is due with the next of these, and none is recorded or planned yet: board.");
    }

    [Fact]
    public void A_meeting_known_in_part_gives_both_ends()
    {
        var row = Judge(["told 2026-04-10"], "2026-04-20", "board 2026-04", "board 2026-07-14");

        row.Due.ShouldBe(new DateInterval(Day("2026-04-11"), Day("2026-07-14")));
        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Missing.ShouldContain("board");
    }

    [Fact]
    public void A_meeting_of_the_case_itself_counts_and_other_events_of_the_partnership_do_not() =>
        Judge(["told 2026-03-10", "board 2026-03-20"], "2026-04-01", "told 2026-03-12", "board 2026-04-14").Due.ShouldBe(DateInterval.On(Day("2026-03-20")));

    [Fact]
    public void A_partnerships_own_duty_goes_by_its_own_meetings()
    {
        var file = Live("told 2026-03-10", "board 2026-04-14") with { Kind = SubjectKind.Partnership };
        Assess(file, "2026-04-15", Rules(Inform with { Subject = SubjectKind.Partnership })).Timescales.Single().State.ShouldBe(TimescaleState.Overdue);
    }

    [Fact]
    public void The_day_after_the_meeting_is_a_day_of_change() =>
        Assess(Live("told 2026-03-10") with { OfPartnership = File("2000-01-01", "board 2026-04-14") }, "2026-04-14", Rules(Inform)).NextChangeOn.ShouldBe(Day("2026-04-15"));

    [Fact]
    public void The_day_of_the_meeting_is_a_day_of_change_where_the_start_may_still_come_to_be_on_it()
    {
        var file = Live("told after_2026-03-10") with { OfPartnership = File("2000-01-01", "board 2026-04-14") };

        Assess(file, "2026-04-13", Rules(Inform)).Timescales.Single().State.ShouldBe(TimescaleState.DueSoon);
        Assess(file, "2026-04-13", Rules(Inform)).NextChangeOn.ShouldBe(Day("2026-04-14"));
        Assess(file, "2026-04-14", Rules(Inform)).Timescales.Single().State.ShouldBe(TimescaleState.CannotTell);
    }

    private static TimescaleResult Judge(string[] events, string asOf, params string[] meetings) =>
        Assess(Live(events) with { OfPartnership = File("2000-01-01", meetings) with { Kind = SubjectKind.Partnership } }, asOf, Rules(Inform)).Timescales.Single();

    private static Rulebook Rules(Timescale rule) => Rulebook(rule) with { Vocabulary = OurWords() };

    private static Vocabulary OurWords() => Bench.Vocabulary with
    {
        Events = Bench.Vocabulary.Events.Add(new EventKind { Name = "board", Title = "board", Repeats = true, Plannable = true }),
    };
}
