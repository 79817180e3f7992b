using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData(HandoverOutcome.Accepted, "accepted", "words")]
    [InlineData(HandoverOutcome.Temporary, "planned", "words")]
    [InlineData(HandoverOutcome.Permanent, "failed", "words")]
    [InlineData(HandoverOutcome.Unreachable, "planned", null)]
    [InlineData(HandoverOutcome.Unknown, "unknown", "words")]
    public void Each_answer_is_a_state_with_the_servers_words(HandoverOutcome told, string state, string? answer) =>
        Of(told, "planned reserved").ShouldBe(new Outcome(state, answer));

    [Theory]
    [InlineData("planned reserved planned:451 reserved", "planned")]
    [InlineData("planned reserved planned:451 reserved planned:451 reserved", "failed")]
    [InlineData("planned reserved planned:451 reserved planned:451 reserved planned:451 reserved", "failed")]
    [InlineData("planned reserved planned:451 reserved planned:451 reserved failed:x planned reserved", "planned")]
    public void The_third_refusal_fails_where_three_attempts_are_allowed(string states, string state) =>
        Of(HandoverOutcome.Temporary, states).State.ShouldBe(state);

    [Fact]
    public void What_is_given_up_says_after_how_many_attempts() =>
        Of(HandoverOutcome.Temporary, "planned reserved planned:451 reserved planned:451 reserved").Answer.ShouldBe("words (given up after attempt 3)");

    [Fact]
    public void A_server_that_cannot_be_reached_is_counted_against_no_mail() =>
        Of(HandoverOutcome.Unreachable, "planned reserved planned:451 reserved planned:451 reserved").State.ShouldBe("planned");

    [Fact]
    public void A_refusal_without_words_is_still_counted() =>
        Outcome.Of(new Handover(HandoverOutcome.Temporary, " "), AttemptsTests.History("planned reserved"), 3).Answer.ShouldNotBeNullOrWhiteSpace();

    [Theory]
    [InlineData(HandoverOutcome.Accepted, true)]
    [InlineData(HandoverOutcome.Unknown, true)]
    [InlineData(HandoverOutcome.Temporary, false)]
    [InlineData(HandoverOutcome.Permanent, false)]
    [InlineData(HandoverOutcome.Unreachable, false)]
    public void What_was_discarded_while_it_was_sent_stays_so_unless_it_went_out_or_may_have(HandoverOutcome told, bool isNews)
    {
        Of(told, "planned reserved").IsNewsIn("discarded").ShouldBe(isNews);
        Of(told, "planned reserved").IsNewsIn("reserved").ShouldBeTrue();
    }

    private static Outcome Of(HandoverOutcome told, string states) => Outcome.Of(new Handover(told, "words"), AttemptsTests.History(states), 3);
}
