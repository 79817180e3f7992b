using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Proceedings that ended, what came after something else, and requirements at a gate and from a day on.</summary>
public sealed class ConcludedTests
{
    private static readonly Vocabulary Courts = Bench.Vocabulary with
    {
        Events =
        [
            .. Bench.Vocabulary.Events,
            new EventKind { Name = "charged", Title = "charged", Repeats = true, Attributes = [new AttributeType { Name = "court", Type = ValueKind.Choice, Choices = ["crown", "coroner"] }] },
            new EventKind { Name = "tried", Title = "tried", Repeats = true, Ends = "charged" },
        ],
    };

    [Theory]
    [InlineData("charged 2024-01-10", "2024-06-01", Answer.No)]
    [InlineData("charged 2024-01-10;tried 2024-06-02", "2024-06-01", Answer.No)]
    [InlineData("charged 2024-01-10;tried 2024-06-01", "2024-06-01", Answer.Yes)]
    [InlineData("charged 2024-01-10;tried 2024-06", "2024-06-15", Answer.CannotTell)]
    [InlineData("charged 2024-01-10;tried 2024-06", "2024-06-30", Answer.Yes)]
    [InlineData("charged 2024-01-10;tried 2024-01-09", "2024-06-01", Answer.No)]
    [InlineData("charged 2024-01-10;tried 2024-01-10", "2024-06-01", Answer.Yes)]
    [InlineData("charged 2024-01-10;charged 2024-02-10;tried 2024-03-01", "2024-06-01", Answer.No)]
    [InlineData("charged 2024-01-10;charged 2024-04-10;tried 2024-03-01;tried 2024-05-01", "2024-06-01", Answer.Yes)]
    [InlineData("charged 2024-01-10;charged 2024-04-10;tried 2024-03-01;tried 2024-03-02", "2024-06-01", Answer.No)]
    [InlineData("charged 2024-01-10;tried 2024-01", "2024-06-01", Answer.CannotTell)]
    [InlineData("began 2024-01-01", "2024-06-01", Answer.No)]
    public void Proceedings_are_concluded_when_each_was_ended_after_it_began(string events, string asOf, Answer answer) =>
        Concluded(On("charged"), Live(events.Split(';')), asOf).ShouldBe(answer);

    [Fact]
    public void Which_of_two_proceedings_ended_is_not_guessed() =>
        Concluded(On("charged", ("court", "crown")), Live("charged 2024-01-10 court=crown", "charged 2024-02-10 court=coroner", "tried 2024-03-01"), "2024-06-01")
            .ShouldBe(Answer.CannotTell);

    [Theory]
    [InlineData("2024-01-31", CheckState.NotApplicable)]
    [InlineData("2024-02-01", CheckState.CannotTell)]
    [InlineData("2024-02-02", CheckState.Fails)]
    [InlineData("2024-02", CheckState.CannotTell)]
    public void What_was_sent_before_the_judgement_is_not_sent_again(string sent, CheckState state) =>
        Again(Live("began 2023-01-01", "judged 2024-02-01 outcome=again", $"sent {sent}")).ShouldBe(state);

    [Fact]
    public void While_no_register_was_kept_an_earlier_judgement_may_be_unrecorded() =>
        Again(Historic("began 2023-01-01", "sent 2024-02-02")).ShouldBe(CheckState.CannotTell);

    [Theory]
    [InlineData("2024-03-01", CheckState.NotYet)]
    [InlineData("2024-03-02", CheckState.Fails)]
    [InlineData("2024-03-10", CheckState.Fails)]
    public void At_a_gate_what_comes_later_does_not_count(string asOf, CheckState state)
    {
        var check = Require(new EventTest(On("shown"), Occurrence.Happened)) with { At = On("reported") };

        Assess(Live("reported 2024-03-02", "shown 2024-03-03"), asOf, check).Checks.Single().State.ShouldBe(state);
        Assess(Live("reported 2024-03-02", "shown 2024-03-02"), "2024-03-10", check).Checks.Single().State.ShouldBe(CheckState.Holds);
    }

    [Theory]
    [InlineData("2024-03-01", CheckState.NotYet)]
    [InlineData("2024-03-02", CheckState.Fails)]
    [InlineData("2024-03-04", CheckState.Fails)]
    [InlineData("2024-03-05", CheckState.Holds)]
    public void From_a_day_on_a_requirement_is_looked_at_every_day(string asOf, CheckState state)
    {
        var check = Require(new EventTest(On("shown"), Occurrence.Happened)) with { From = On("reported") };

        Assess(Live("reported 2024-03-02", "shown 2024-03-05"), asOf, check).Checks.Single().State.ShouldBe(state);
    }

    [Theory]
    [InlineData("2024-03-02")]
    [InlineData("2024-03-30")]
    public void What_must_be_so_from_a_day_on_counts_from_that_day(string asOf)
    {
        var check = Require(new EventTest(On("shown"), Occurrence.Happened)) with { From = On("reported") };

        var row = Assess(Live("reported 2024-03-02", "shown 2024-06-01"), asOf, check).Checks.Single();

        (row.State, row.At).ShouldBe((CheckState.Fails, DateInterval.On(Day("2024-03-02"))));
    }

    [Fact]
    public void At_a_gate_dated_in_part_only_the_gate_is_asked_about()
    {
        var check = Require(new EventTest(On("shown"), Occurrence.Happened)) with { At = On("reported") };
        var row = Assess(Live("reported 2024-03", "shown 2024-02-01"), "2024-03-10", check).Checks.Single();

        (row.State, string.Join(' ', row.Missing)).ShouldBe((CheckState.CannotTell, "reported"));
    }

    private static Answer Concluded(EventPattern pattern, CaseFile file, string asOf)
    {
        var criterion = new Criterion { Pack = "p", Id = "over", Title = "Over", When = new EventTest(pattern, Occurrence.Concluded) };
        return Assess(file, asOf, Rulebook(criterion) with { Vocabulary = Courts }).Criteria.Single().Answer;
    }

    private static CheckState Again(CaseFile file)
    {
        var check = Require(new EventTest(On("shown"), Occurrence.Happened)) with { ForEach = new ForEachEvent(On("sent") with { After = On("judged", ("outcome", "again")) }) };
        return Assess(file, "2024-06-01", check).Checks is [var only] ? only.State : CheckState.NotApplicable;
    }

    private static Check Require(Condition condition) => new() { Pack = "p", Id = "must", Title = "Must", Require = condition };
}
