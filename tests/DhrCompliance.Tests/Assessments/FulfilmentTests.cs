using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

public sealed class FulfilmentTests
{
    private static readonly Timescale DoAction = new()
    {
        Pack = "p", Id = "do", Title = "Do the action",
        ForEach = new ForEachItem("action"),
        Starts = [new StartEvent(On("decided"))],
        Limit = new ByDate([new DateSource(null, "due")], null),
        MetBy = new MetByEvent(On("done")),
    };

    [Fact]
    public void What_was_judged_does_not_answer_the_judgement()
    {
        var row = Row(Live("sent 2024-01-01", "judged 2024-02-01 outcome=again"), "2024-03-01", SendAgain);

        row.State.ShouldBe(TimescaleState.Outstanding);
        row.MetOn.ShouldBeNull();
        Row(Live("sent 2024-01-01", "judged 2024-02-01 outcome=again", "sent 2024-02-20"), "2024-03-01", SendAgain).MetOn.ShouldBe(DateInterval.On(Day("2024-02-20")));
    }

    [Theory]
    [InlineData("2024-02-10", "ended")]
    [InlineData("2024-01-20", "outstanding")] // before it began
    [InlineData("2024-01-20/2024-02-10", "cannot-tell")]
    public void What_an_event_began_is_ended_for_good(string withheld, string state) =>
        Words.Of(Row(Live("sent 2024-01-01", "judged 2024-02-01 outcome=again", $"withheld {withheld}"), "2024-03-01", SendAgain with { EndsWith = [On("withheld")] }).State).ShouldBe(state);

    [Theory]
    [InlineData("2024-02-01", "2024-02-01", TimescaleState.Met)]
    [InlineData("2024-02-02", "2024-02-01", TimescaleState.MetLate)]
    [InlineData("2024-04-01", "2024-04-01", TimescaleState.Met)]
    public void An_item_done_before_its_clock_started_is_judged_by_its_own_date_and_nothing_is_asked(string done, string due, TimescaleState state)
    {
        var assessment = Assess(WithAction(due, "decided 2024-03-01 outcome=review", $"done {done} @A1"), "2024-06-01", DoAction);

        assessment.Timescales.Single().State.ShouldBe(state);
        assessment.Questions.ShouldBeEmpty();
    }

    [Fact]
    public void An_item_without_a_date_is_outstanding_and_its_date_is_asked_for() =>
        Assess(WithAction(null, "decided 2024-03-01 outcome=review"), "2024-06-01", DoAction).Timescales.Single().State.ShouldBe(TimescaleState.Outstanding);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pause_that_ended_without_a_recorded_start_is_asked_about(bool recorded)
    {
        string[] events = ["decided 2024-01-01 outcome=review", "resume 2024-03-01 reason=trial", "pause 2024-02-01 reason=trial agreed-by=board"];

        Assess(Live(recorded ? events : events[..2]), "2024-04-01", Report).Questions
            .Any(question => question.Reason.Template == ReasonTemplate.AskEndWithoutStart).ShouldBe(!recorded);
    }

    [Fact]
    public void What_has_certainly_not_happened_is_not_asked_about()
    {
        var row = Row(Live("decided 2024-01-01 outcome=review", "pause ? reason=trial", "resume 2024-06-01 reason=trial"), "2024-08-01", Report);

        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Missing.ShouldBe(["pause"]);
    }

    private static CaseFile WithAction(string? due, params string[] events)
    {
        var action = new CaseItem { Id = "A1", Kind = "action" };
        return Live(events) with { Items = [due is null ? action : action with { Facts = action.Facts.Add("due", due) }] };
    }
}
