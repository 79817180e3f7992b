using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Tests.Rulebooks.Reading.Words;

public sealed class NearestTests
{
    private static readonly string[] Known = ["submitted", "published", "qa-outcome", "age", "report-completed"];

    [Theory]
    [InlineData("submited", "submitted")]
    [InlineData("submittde", "submitted")]
    [InlineData("Submitted", "submitted")]
    [InlineData("qa_outcome", "qa-outcome")]
    [InlineData("QA outcome", "qa-outcome")]
    [InlineData("reportCompleted", "report-completed")]
    [InlineData("report-complete", "report-completed")]
    [InlineData("ages", "age")]
    public void A_slip_is_recognised(string word, string meant) => Nearest.To(word, Known).ShouldBe(meant);

    [Theory]
    [InlineData("closed")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("qa")]
    public void What_is_far_from_every_word_has_no_suggestion(string word) => Nearest.To(word, Known).ShouldBeNull();

    [Fact]
    public void Of_two_words_that_are_equally_near_the_first_by_letter_is_taken() => Nearest.To("cat", ["hat", "bat"]).ShouldBe("bat");

    [Fact]
    public void A_word_longer_than_any_name_is_not_compared() => Nearest.To(new string('a', 100_000), Known).ShouldBeNull();
}
