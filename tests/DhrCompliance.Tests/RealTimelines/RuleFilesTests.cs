using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>The rule files of this checkout as such.</summary>
public sealed class RuleFilesTests
{
    private static readonly Rulebook Rules = RuleFiles.Read();

    [Fact]
    public void They_are_read_without_a_mistake_or_a_warning() =>
        RuleFiles.Reading().Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Information).ShouldBeEmpty();

    [Fact]
    public void Each_edition_of_the_guidance_begins_after_the_one_before() =>
        Rules.Packs.Where(pack => pack.Series == "national-guidance" && pack.Status == PackStatus.InForce).Select(pack => (pack.Id, pack.Governs!.From.ToString())).ShouldBe(
        [
            ("guidance-2011", "2011-04-13"),
            ("guidance-2013", "2013-03-01/2013-08-31"),
            ("guidance-2016", "2016-12-01/2016-12-31"),
        ]);

    [Fact]
    public void Every_rule_says_in_its_sources_own_words_what_it_rests_on_unless_they_are_marked_as_not_verified()
    {
        foreach (var rule in Rules.Packs.SelectMany(pack => pack.Criteria.Cast<Rule>().Concat(pack.Timescales).Concat(pack.Checks)))
        {
            rule.Cite.ShouldNotBeEmpty(rule.FullName);
            rule.Cite.ShouldAllBe(citation => citation.At != null && (citation.Quote != null || !rule.Verified), rule.FullName);
        }
    }

    [Fact]
    public void Nothing_goes_to_the_Home_Office_before_a_person_releases_it()
    {
        var steps = Rules.Paths.SelectMany(path => path.Steps).Where(step => step.To.Contains("home-office")).ToList();

        steps.ShouldNotBeEmpty();
        steps.ShouldAllBe(step => step.ApprovalRequired);
    }

    [Fact]
    public void What_is_not_verified_says_so()
    {
        Rules.Packs.Where(pack => !pack.Verified).Select(pack => pack.Id).ShouldBe(["guidance-2013"]);
        Rules.Packs.SelectMany(pack => pack.Timescales).Where(rule => !rule.Verified).Select(rule => rule.FullName).ShouldBe(
            ["dardr-draft/agree-lead", "dardr-draft/complete-report", "dardr-draft/send-to-crime-commissioner", "guidance-2016/agree-lead", "guidance-2016/send-to-crime-commissioner", "statute/send-to-commissioner"],
            ignoreOrder: true);
    }

    [Fact]
    public void Every_fact_about_the_person_who_died_stays_in_the_register() =>
        Rules.Vocabulary.Facts.Where(fact => fact.Of == "deceased" && !fact.Sensitive).ShouldBeEmpty();

    [Fact]
    public void A_date_recorded_with_an_event_is_named_in_words() =>
        Explanation.SentencesOf([new Reason(ReasonTemplate.StartedBy, "letter-received", null, DateInterval.On(new DateOnly(2026, 2, 24)))], Rules.Vocabulary)
            .ShouldHaveSingleItem().ShouldContain("the date recorded as “letter received”");
}
