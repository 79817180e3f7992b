using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>What a rule says and nobody would ever hear of.</summary>
public sealed class SilentRuleTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("    from: decided\n", false)]
    [InlineData("    at: decided\n", false)]
    [InlineData("    for-each:\n      event: written\n", false)]
    [InlineData("    for-each:\n      item: task\n", true)]
    public void A_check_whose_path_has_no_day_to_count_from_is_told(string moment, bool isSilent) =>
        Silent(moment + "    escalation: ladder\n").ShouldBe(isSilent ? ["nobody is ever told of 'silent': the steps of 'ladder' count from a day, and nothing says from which"] : []);

    [Fact]
    public void One_without_a_path_tells_nobody_and_does_not_say_that_it_would() =>
        Silent("").ShouldBeEmpty();

    [Fact]
    public void The_rules_that_ship_have_none() =>
        RulebookReader.Read(FilesOf.Folder("rules")).Diagnostics.ShouldNotContain(found => found.Code == Codes.SilentPath);

    [Fact]
    public void A_criterion_that_says_where_it_applies_is_refused_and_told_where_that_belongs()
    {
        var found = Read("criteria:\n  - id: asked\n    title: It is asked for\n    basis: proposed\n    applies-when:\n      other-review: no\n    when:\n      other-review: no\n").Diagnostics
            .Single(one => one.Severity == Severity.Error);

        found.Code.ShouldBe(Codes.NotYetUnderstood);
        DiagnosticText.Of([found]).ShouldContain("under 'when:'");
    }

    private static string[] Silent(string more) =>
        [.. Read($"checks:\n  - id: silent\n    title: Another review was looked for\n    owner: office\n    basis: proposed\n    require:\n      other-review: no\n{more}").Diagnostics
            .Where(found => found.Code == Codes.SilentPath).Select(found => found.Message)];

    private static RulebookReading Read(string rules) =>
        RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("silent.yaml", $"pack: silent\ntitle: What nobody hears of\nstatus: in-force\n{rules}")]);
}
