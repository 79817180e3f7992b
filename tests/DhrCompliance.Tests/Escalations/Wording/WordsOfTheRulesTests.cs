using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;
using static DhrCompliance.Tests.Escalations.Ground;
using static DhrCompliance.Tests.Escalations.Wording.Mails;

namespace DhrCompliance.Tests.Escalations.Wording;

/// <summary>A text of the rule files is what the mail says, as text and as a page.</summary>
public sealed class WordsOfTheRulesTests
{
    [Fact]
    public void A_changed_sentence_stands_in_the_text_and_on_the_page()
    {
        var mail = First(On(Today, Late), With(NoticeTextIds.OverdueLead, "We wait for it since {due}, for {late}."));

        mail.Text.ReplaceLineEndings(" ").ShouldContain("We wait for it since Wednesday 30 September 2026, for 51 days.");
        mail.Html.ShouldContain("We wait for it since Wednesday 30 September 2026, for 51 days.");
        mail.Text.ShouldNotContain("is not recorded as done");
    }

    [Fact]
    public void A_changed_heading_is_the_subject_too() =>
        First(On(Today, Late), With(NoticeTextIds.OverdueHeadline, "{late} late: {what}")).Subject.ShouldBe("[DHR BEX-2026-01] 51 days late: complete the overview report");

    [Fact]
    public void A_review_is_called_as_its_edition_calls_it()
    {
        var rules = With(NoticeTextIds.OverdueLead, "Of this {review} ({short}) it is late.");
        var named = rules with
        {
            Packs = [.. rules.Packs.Select(pack => pack.Id == "edition-1" ? pack with { Names = pack.Names.SetItem("short", "DARDR").SetItem("review", "domestic abuse related death review") } : pack)],
        };

        First(On(Today, Late), rules).Text.ShouldContain("Of this review (DHR) it is late.");
        First(On(Today, Late), named).Text.ReplaceLineEndings(" ").ShouldContain("Of this domestic abuse related death review (DARDR) it is late.");
    }

    [Fact]
    public void What_is_filled_in_is_not_filled_in_again()
    {
        var titled = RulesWith(TheLadder, Report with { Title = "Complete {late} the report" }, ReportOfTheNext);

        First(On(Today, Late with { Rule = titled.Packs[0].Timescales[0] }), titled).Subject.ShouldBe("[DHR BEX-2026-01] Overdue: complete {late} the report (51 days)");
    }

    [Fact]
    public void A_long_heading_cuts_the_title_and_never_the_days()
    {
        var lengthy = With(NoticeTextIds.OverdueHeadline, $"{new string('x', 120)} {{what}} ({{late}})");

        var subject = First(On(Today, Late), lengthy).Subject;

        subject.Length.ShouldBeLessThanOrEqualTo(Mail.SubjectLength);
        subject.ShouldEndWith("… (51 days)");
    }

    private static Rulebook With(TextId id, string text) => Rules with
    {
        Texts = new NoticeTexts(NoticeTexts.All.Select(one => KeyValuePair.Create(one, one == id ? Template.Parse(text, out _)! : Rules.Texts.Template(one)))),
    };
}
