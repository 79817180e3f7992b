using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;
using DhrCompliance.Tests.Escalations;

namespace DhrCompliance.Tests.Assessments.Explaining.Rules;

/// <summary>What is mailed beside the paths, said to people.</summary>
public sealed class PostSentencesTests
{
    private static readonly Rulebook With = Ground.Rules with
    {
        Hash = "sha256:1",
        Post = new PostRules { Backlog = new BacklogRules(["team", "chair"], 14), Weekly = new WeeklyRules(["team"], DayOfWeek.Monday) },
    };

    [Fact]
    public void The_handbook_says_who_gets_them_and_when() => Handbook.Of(With).Mails.ShouldBe(
    [
        "What is late already when it is first assessed is told in one summary, to the community safety team and the chair of the partnership; its path begins 14 days later.",
        "On each Monday, or the first working day after it, a mail says how things stand, to the community safety team.",
    ]);

    [Fact]
    public void Where_the_rules_say_nothing_of_it_neither_does_the_handbook() => Handbook.Of(Ground.Rules).Mails.ShouldBeEmpty();

    [Fact]
    public void Another_day_of_the_week_is_a_change_of_substance()
    {
        var change = RulebookChanges.Of(With, With with { Hash = "sha256:2", Post = With.Post! with { Weekly = new WeeklyRules(["team"], DayOfWeek.Friday) } })
            .Mails.ShouldHaveSingleItem();

        (change.Name, change.Weight, change.Sentences.ShouldHaveSingleItem().About).ShouldBe(("post", ChangeWeight.Substance, "weekly"));
    }

    [Fact]
    public void A_changed_text_of_a_mail_is_a_change_of_wording()
    {
        var texts = new NoticeTexts(NoticeTexts.All.Select(id => KeyValuePair.Create(
            id, id.Key == "held" && id.Notice == "common" ? Template.Parse("A person approved this mail.", out _)! : With.Texts.Template(id))));

        var change = RulebookChanges.Of(With, With with { Hash = "sha256:2", Texts = texts }).Mails.ShouldHaveSingleItem();

        (change.Name, change.Weight).ShouldBe(("notices/common", ChangeWeight.Wording));
        change.Sentences.ShouldHaveSingleItem().Now.ShouldBe("A person approved this mail.");
    }
}
