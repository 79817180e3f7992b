using System.Text.Json;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class RulesExplainTests
{
    [Fact]
    public void A_short_name_explains_the_rule_of_every_edition_the_oldest_first()
    {
        using var program = new TestProgram();

        var run = program.Run("rules", "explain", "decide");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.Split('\n').Where(line => line.StartsWith("Decide", StringComparison.Ordinal)).Select(line => line.TrimEnd()).ShouldBe(
        [
            "Decide whether to hold a review (guidance-2011/decide)",
            "Decide whether to hold a review (guidance-2013/decide)",
            "Decide whether to hold a review (guidance-2016/decide)",
            "Decide whether to hold a review (dardr-draft/decide)",
        ],
        "a draft that has no day comes last");
        run.Output.ShouldContain("They differ. Start, there:");
    }

    [Fact]
    public void A_full_name_explains_that_rule_alone_and_JSON_holds_the_same()
    {
        using var program = new TestProgram();

        var run = program.Run("rules", "explain", "guidance-2016/decide", "--format", "json");

        run.Code.ShouldBe(0, run.Errors);
        var rule = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Single();
        rule.GetProperty("rule").GetString().ShouldBe("guidance-2016/decide");
        rule.GetProperty("says")[0].GetProperty("sentence").GetString().ShouldBe("It is the duty of the chair of the community safety partnership.");
        var example = rule.GetProperty("examples")[2];
        example.GetProperty("started").GetString().ShouldBe("2025-11-25");
        example.GetProperty("due").GetString().ShouldBe("2025-12-25");
        example.GetProperty("target").GetString().ShouldBe("2025-12-24");
        example.GetProperty("firstOverdue").GetString().ShouldBe("2025-12-26");
    }

    [Fact]
    public void An_unknown_rule_is_refused_with_the_one_that_is_probably_meant()
    {
        using var program = new TestProgram();

        var run = program.Run("rules", "explain", "descide");

        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("There is no rule 'descide'; did you mean 'decide'?");
    }
}
