using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>What <c>was:</c> says of rules, steps and words, and what it may not say.</summary>
public sealed class FormerNamesTests
{
    private const string Second = """
        pack: second
        title: The second edition
        edition-of: series
        status: in-force
        governs:
          jurisdiction: [here]
          by: [told]
          from: 2020
        timescales:
          - id: DUTY
            title: Decide
            owner: chair
            basis: proposed
            starts: [told]
            within: 2 months
            met-by: decided

        """;

    [Fact]
    public void A_rule_a_step_and_every_word_take_one_former_name_or_several()
    {
        var book = Read(
            Changed(SmallSet.Words, ("  - name: told\n", "  - name: told\n    was: [heard, notified]\n"), ("  - name: chair\n", "  - name: chair\n    was: head\n"),
                ("  - name: task\n", "  - name: task\n    was: job\n"), ("  - name: other-review\n", "  - name: other-review\n    was: parallel\n"),
                ("  - name: finish-by\n", "  - name: finish-by\n    was: due\n")),
            Changed(SmallSet.Pack, ("  - id: decide\n", "  - id: decide\n    was: [settle, old-pack/settle]\n"), ("  - id: needed\n", "  - id: needed\n    was: wanted\n"),
                ("  - id: in-order\n", "  - id: in-order\n    was: ordered\n")),
            Changed(SmallSet.Paths, ("- id: after\n", "- id: after\n        was: late\n")));

        book.Diagnostics.Where(one => one.Severity == Severity.Error).ShouldBeEmpty();
        var rulebook = book.Rulebook!;
        var names = new CurrentNames(rulebook);
        names.AreAll.ShouldBeFalse();
        new[] { names.Event("heard"), names.Event("notified"), names.Event("told"), names.Event("sent") }.ShouldBe(["told", "told", "told", "sent"]);
        new[] { names.Role("head"), names.Item("job"), names.Fact("parallel", null), names.Fact("due", "task"), names.Fact("due", "job") }
            .ShouldBe(["chair", "task", "other-review", "finish-by", "finish-by"]);
        names.Fact("due", null).ShouldBe("due", "a fact of the case may have the name");
        new[] { names.Duty("settle"), names.Duty("old-pack/settle"), names.Duty("ordered"), names.Duty("write") }.ShouldBe(["decide", "decide", "in-order", "write"]);
        new[] { names.Rule("settle"), names.Rule("first/settle"), names.Rule("old-pack/settle"), names.Rule("first/write") }
            .ShouldBe(["decide", "first/decide", "first/decide", "first/write"]);
        rulebook.Paths[0].Steps[1].Was.ShouldBe(["late"]);
        rulebook.Packs[0].Criteria[0].Was.ShouldBe(["wanted"]);
    }

    [Fact]
    public void Where_nothing_was_renamed_every_name_is_its_own()
    {
        var names = new CurrentNames(Read(SmallSet.Words, SmallSet.Pack, SmallSet.Paths).Rulebook!);

        names.AreAll.ShouldBeTrue();
        names.Duty("anything").ShouldBe("anything");
    }

    [Fact]
    public void The_same_duty_is_renamed_in_every_edition_and_may_say_so_in_each()
    {
        var first = Changed(SmallSet.Pack, ("  - id: decide\n", "  - id: decide\n    was: settle\n"));

        Errors(SmallSet.Words, first, SmallSet.Paths, Second.Replace("DUTY", "decide\n    was: settle", StringComparison.Ordinal)).ShouldBeEmpty();
        Errors(SmallSet.Words, first, SmallSet.Paths, Second.Replace("DUTY", "settle", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldContain("DHR066: 'settle' is the name of another rule");
        Errors(SmallSet.Words, first, SmallSet.Paths, Second.Replace("DUTY", "conclude\n    was: settle", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldContain("DHR066: 'settle' is said to be the former name of two things; 'decide' has it at pack.yaml:");
    }

    [Theory]
    [InlineData("- id: after\n", "- id: after\n        was: after\n", "'after' is its name still")]
    [InlineData("- id: after\n", "- id: after\n        was: before\n", "'before' is the name of another step of the path 'ladder'")]
    [InlineData("- id: ladder\n", "- id: ladder\n    was: stairs\n", "of nothing else")]
    public void A_step_is_told_from_the_others_of_its_path(string find, string replacement, string words) =>
        Errors(SmallSet.Words, SmallSet.Pack, Changed(SmallSet.Paths, (find, replacement))).ShouldHaveSingleItem().ShouldContain(words);

    [Fact]
    public void Two_words_cannot_have_had_one_name() =>
        Errors(Changed(SmallSet.Words, ("  - name: told\n", "  - name: told\n    was: heard\n"), ("  - name: sent\n", "  - name: sent\n    was: heard\n")), SmallSet.Pack, SmallSet.Paths)
            .ShouldHaveSingleItem().ShouldContain("former name of two things; 'told' has it at words.yaml:");

    [Theory]
    [InlineData("met-by: decided\n", "met-by: resolved\n", "DHR012: the event 'resolved' has another name now; did you mean 'decided'?")]
    [InlineData("owner: chair\n", "owner: head\n", "DHR015: the role 'head' has another name now; did you mean 'chair'?")]
    [InlineData("other-review: no\n", "parallel: no\n", "DHR013: the fact 'parallel' has another name now; did you mean 'other-review'?")]
    public void A_rule_that_still_uses_the_old_word_is_told_the_new_one(string find, string replacement, string told)
    {
        var words = Changed(SmallSet.Words, ("  - name: decided\n", "  - name: decided\n    was: resolved\n"), ("  - name: chair\n", "  - name: chair\n    was: head\n"),
            ("  - name: other-review\n", "  - name: other-review\n    was: parallel\n"));

        Errors(words, Changed(SmallSet.Pack, (find, replacement)), SmallSet.Paths).ShouldHaveSingleItem().ShouldContain(told);
    }

    private static string Changed(string text, params (string Find, string Replacement)[] changes)
    {
        foreach (var (find, replacement) in changes)
        {
            var at = text.IndexOf(find, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"'{find}' is not there");
            text = text[..at] + replacement + text[(at + find.Length)..];
        }

        return text;
    }

    private static string[] Errors(params string[] files) =>
        [.. Read(files).Diagnostics.Where(one => one.Severity == Severity.Error).Select(DiagnosticText.Of)];

    private static RulebookReading Read(params string[] files) => RulebookReader.Read(
    [
        FilesOf.Text("words.yaml", files[0]), FilesOf.Text("pack.yaml", files[1]), FilesOf.Text("paths.yaml", files[2]), FilesOf.Text("here.csv", SmallSet.Calendar),
        .. files.Skip(3).Select(text => FilesOf.Text("second.yaml", text)),
    ]);
}
