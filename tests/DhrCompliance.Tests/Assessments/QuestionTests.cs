using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>What is asked where something is missing of an event that is recorded.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData("decided 2026-01-20", ReasonTemplate.AskDetail, "Decided is recorded on Tuesday 20 January 2026, but not all that a rule asks of it; what more is known of it?")]
    [InlineData("decided 2026-01", ReasonTemplate.AskDate, "On which day was decided? So far it is known to be between Saturday 10 January 2026 and Saturday 31 January 2026.")]
    public void Of_an_event_that_is_known_to_the_day_its_day_is_not_asked(string decided, ReasonTemplate expected, string text)
    {
        var question = Assess(Historic("began 2026-01-01", "told 2026-01-10", decided), "2026-02-01", Report).Questions.Single(one => one.About == "decided");

        question.Reason.Template.ShouldBe(expected);
        Sentences.Of(question.Reason, Vocabulary).ShouldBe(text);
    }

    [Fact]
    public void Where_it_cannot_be_told_what_would_settle_it_is_always_said()
    {
        var file = Historic("began 2026-01-01", "told 2026-01-10", "decided 2026-01-20");
        var rulebook = Rulebook(Report);

        var told = CaseExplanation.Of(file, Assess(file, "2026-02-01", rulebook), rulebook).Rules.Where(rule => rule.State == "cannot-tell").ToList();

        told.ShouldNotBeEmpty();
        told.ShouldAllBe(rule => rule.ToSettle != null && rule.ToSettle.StartsWith("To settle it: "));
    }
}
