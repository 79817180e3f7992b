using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed class PostRulesTests
{
    private const string Post = """
        post:
          backlog:
            to: [office]
            ladders-begin: 14 days after
          weekly:
            to: office
            day: wednesday

        """;

    [Fact]
    public void What_is_mailed_beside_the_paths_is_read()
    {
        var post = FilesOf.Rulebook(Files(Post + SmallSet.Paths)).Post.ShouldNotBeNull();

        post.Backlog.ShouldNotBeNull().To.ShouldBe(["office"]);
        post.Backlog.LaddersBeginDays.ShouldBe(14);
        post.Weekly.ShouldNotBeNull().To.ShouldBe(["office"]);
        post.Weekly.On.ShouldBe(DayOfWeek.Wednesday);
    }

    [Fact]
    public void Without_it_nothing_is() => FilesOf.Rulebook(Files(SmallSet.Paths)).Post.ShouldBeNull();

    [Fact]
    public void A_step_may_be_urgent() =>
        FilesOf.Rulebook(Files(SmallSet.Paths.Replace("approval: required", "urgent: yes", StringComparison.Ordinal)))
            .Paths.Single().Steps.Select(step => step.Urgent).ShouldBe([false, true]);

    [Fact]
    public void It_is_said_in_one_file()
    {
        var other = Post + SmallSet.Paths.Replace("id: ladder", "id: other", StringComparison.Ordinal);

        var found = RulebookReader.Read([.. Files(Post + SmallSet.Paths), FilesOf.Text("zz.yaml", other)]).Diagnostics
            .Where(found => found.Severity == Severity.Error).ShouldHaveSingleItem();

        (found.Code, found.Path, found.Line).ShouldBe(("DHR095", "zz.yaml", 1));
        found.Message.ShouldContain("'post' stands at paths.yaml:1:1 already");
    }

    [Fact]
    public void It_is_part_of_the_rulebooks_hash() =>
        RulebookReader.HashOf([FilesOf.Text("paths.yaml", Post)]).ShouldNotBe(RulebookReader.HashOf([FilesOf.Text("paths.yaml", Post.Replace("14", "15", StringComparison.Ordinal))]));

    [Fact]
    public void No_step_has_an_id_that_stands_for_no_step() =>
        StepReader.Kept.ShouldBe([NoticeKey.Backlog, NoticeKey.CannotTell, NoticeKey.NoLongerStands, "weekly"]);

    private static RuleFile[] Files(string paths) =>
    [
        FilesOf.Text("vocabulary.yaml", SmallSet.Words), FilesOf.Text("pack.yaml", SmallSet.Pack), FilesOf.Text("paths.yaml", paths), FilesOf.Text("here.csv", SmallSet.Calendar),
    ];
}
