using DhrCompliance.Assessments.Explaining;
using static DhrCompliance.Tests.Assessments.Explaining.Sample;
using static DhrCompliance.Tests.Assessments.Explaining.SampleRules;

namespace DhrCompliance.Tests.Assessments.Explaining;

public sealed class ExplanationTests
{
    [Fact]
    public void A_row_that_cannot_be_told_reads_as_a_person_would_tell_it()
    {
        var text = string.Join('\n', ExplanationText.Lines(Explanation.Of("R02", CannotTell, TheRules)));

        text.ShouldStartWith("R02 · Decide whether to hold a review · edition-1 · cannot tell\n");
        text.ShouldBe(
            """
            R02 · Decide whether to hold a review · edition-1 · cannot tell
              The clock started with the notification of the partnership, on Wednesday 29 May 2013. That makes
              it due by Saturday 29 June 2013: one month, the same date in the next month. The working-day
              target is Friday 28 June 2013, since the due date falls on a Saturday. The editions edition-1 and
              edition-2 could govern, because the notification of the partnership was on Wednesday 29 May 2013.
              The decision whether to hold a review is not recorded; the notification of the decision to the
              Home Office was on Thursday 11 July 2013, so it had happened by then. In time, or up to 12 days
              late.
              To settle it: the date of the decision whether to hold a review.
              Source: April 2011 guidance (Home Office), para 6.2, which reports what a published overview
                report of 2012 quotes: “within one month”.
              Source: Second edition.
              Rule edition-1/decide: guidance, stated by the source, not verified; whose duty it is: the
                community safety partnership.
            """);
    }

    [Fact]
    public void No_line_is_wider_than_asked_for_unless_a_word_is() =>
        ExplanationText.Lines(CaseExplanation.Of(TheFile, TheAssessment, TheRules), width: 40)
            .ShouldAllBe(line => line.Length <= 40 || !line.Trim().Contains(' '));

    [Fact]
    public void What_is_wrong_comes_first_and_what_has_not_begun_last()
    {
        var whole = CaseExplanation.Of(TheFile, TheAssessment, TheRules);

        whole.Heading.ShouldBe("R02 · review · devon · as of Friday 20 November 2026");
        whole.Rules.Select(rule => rule.Heading).ShouldBe(
        [
            "R02 · Write the report · overdue",
            "R02 · The report was seen first · fails",
            "R02 · Decide whether to hold a review · edition-1 · cannot tell",
        ]);
        whole.Quiet.ShouldBe(["Send it (edition-2/later): not started. The clock has not started: the completion of the report had not happened by that day."]);
        whole.Questions.ShouldBe(
        [
            "On which day was the decision whether to hold a review? So far it is known to be by Thursday 11 July 2013. (Would settle 1 answer.)",
        ]);
        whole.Milestones.ShouldBe(["From the notification of the partnership to the decision whether to hold a review: 40 days."]);
        whole.Failures.ShouldBe(["Edition-2/broken could not be assessed: the limit overflows."]);
    }

    [Fact]
    public void It_says_under_what_the_case_stands_and_what_comes_next() =>
        CaseExplanation.Of(TheFile, TheAssessment, TheRules, comes: "What comes next.").Standing.ShouldBe(
        [
            "Live: the register of it has been kept since Wednesday 1 January 2025.",
            "The editions that could govern: First edition (edition-1, not verified) or Second edition (edition-2).",
            "What comes next.",
        ]);

    [Fact]
    public void One_rule_alone_is_explained_at_length_by_its_short_or_full_name()
    {
        foreach (var name in new[] { "later", "edition-2/later" })
        {
            var one = CaseExplanation.Of(TheFile, TheAssessment, TheRules, name);

            one.Rules.ShouldHaveSingleItem().Heading.ShouldBe("R02 · Send it · not started");
            one.Quiet.ShouldBeEmpty();
            one.Questions.ShouldBeEmpty();
        }

        CaseExplanation.Of(TheFile, TheAssessment, TheRules, "no-such-rule").Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-10-27", "If nothing is recorded: on Wednesday 28 October 2026 the chair of the review may be written to, once a person approves it.")]
    [InlineData("2026-11-20", "If nothing is recorded: on Wednesday 25 November 2026 the chair of the review may be written to, once a person approves it.")]
    public void What_comes_next_to_a_row_by_itself_is_told_with_its_day(string asOf, string what) =>
        Upcoming.Of(Late, TheAssessment with { AsOf = Day(asOf) }, TheRules).ShouldBe(what);

    [Fact]
    public void Loaded_history_and_a_reopening_are_told()
    {
        var standing = CaseExplanation.Of(
            TheFile with { KeptSince = null }, TheAssessment with { Live = false, ReopenedOn = By("2020-01-01") }, TheRules).Standing;

        standing.ShouldContain("Loaded history: what is not recorded is no evidence that it did not happen.");
        standing.ShouldContain("It was opened again by Wednesday 1 January 2020.");
    }
}
