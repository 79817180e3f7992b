using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Reading.Mutations;

namespace DhrCompliance.Tests.Rulebooks.Reading.Mutations;

/// <summary>What is changed in the small set of rule files, and what is not.</summary>
public sealed class RuleMutantsTests
{
    private const string LeftOut = "left out";

    [Theory]
    [InlineData("within: 1 month", "within: 1 month", "within", "1 month > 2 months", "1 month > 1 week")]
    [InlineData("within: 1 month", "within: 5 working days", "within", "5 working days > 4 working days", "5 working days > 6 working days", "5 working days > 5 days")]
    [InlineData("within: 1 month", "within: 1 month\n    roll: next-working-day", "roll", "next-working-day > left out")]
    [InlineData("starts: [told]", "starts: [told]", "starts", "told > decided")]
    [InlineData("starts: [told]", "starts: [told, written]", "starts", "told > left out", "told, written > written, told", "written > left out")]
    [InlineData("met-by: decided", "met-by: decided", "met-by", "decided > written")]
    [InlineData("met-by: decided", "met-by:\n      event: decided\n      where:\n        outcome: go", "met-by", "decided > written", "outcome: go > left out", "go > stop")]
    [InlineData("met-by: decided", "met-by:\n      event: decided\n      after: written", "met-by", "decided > written", "after written > left out", "written > sent")]
    [InlineData("met-by: decided", "met-by:\n      all: [decided, sent]", "met-by", "all > any", "decided > left out", "sent > left out")]
    [InlineData("other-review: no", "other-review: no", "applies-when", "other-review: no > left out", "no > yes")]
    [InlineData("other-review: no", "not:\n        other-review: no", "applies-when", "not: ... > left out", "not > all", "no > yes")]
    [InlineData("other-review: no", "asked-on: before 2020-03", "applies-when", "asked-on: before 2020-03 > left out", "before > on or after", "2020-03 > 2020-02", "2020-03 > 2020-04")]
    [InlineData("other-review: no", "asked-on: known", "applies-when", "asked-on: known > left out", "known > missing")]
    [InlineData("other-review: no", "happened: sent", "applies-when", "happened: sent > left out", "happened > not-happened", "sent > stopped")]
    [InlineData("other-review: no", "all:\n        - other-review: no\n        - asked-on: known", "applies-when", "all: ... > left out", "all > any", "other-review: no > left out", "no > yes", "asked-on: known > left out", "known > missing")]
    [InlineData("waived-by: nobody-to-ask", "waived-by: nobody-to-ask", "waived-by", "nobody-to-ask > left out")]
    [InlineData("escalation: ladder", "escalation: ladder", "escalation", "ladder > left out")]
    [InlineData("owner: chair", "owner: chair", "owner", "chair > office")]
    [InlineData("escalation: ladder", "governs:\n      by: [told, decided]\n      from: 2020-03-01", "governs", "told > left out", "told, decided > decided, told", "decided > left out", "2020-03-01 > 2020-02-29", "2020-03-01 > 2020-03-02")]
    public void A_rule_is_changed_key_by_key(string find, string replacement, string key, params string[] expected)
    {
        SmallSet.Pack.ShouldContain(find);
        var at = SmallSet.Pack.IndexOf(find, StringComparison.Ordinal);
        var pack = SmallSet.Pack[..at] + replacement + SmallSet.Pack[(at + find.Length)..];

        Told(Mutants(SmallSet.With("pack.yaml", pack)), "first/decide", key).ShouldBe(expected);
    }

    [Theory]
    [InlineData("first/write", "for-each", "decided > written", "outcome: go > left out", "go > stop")]
    [InlineData("first/write", "date", "letter > left out", "letter, agreed.until > agreed.until, letter", "agreed.until > left out")]
    [InlineData("first/write", "promptly", "14 days > 13 days", "14 days > 15 days", "14 days > 14 working days")]
    [InlineData("first/write", "paused-by", "court > left out")]
    [InlineData("first/write", "ends-with", "resumed > left out")]
    [InlineData("first/write", "extended-by", "agreed > left out", "for: write > left out")]
    [InlineData("first/needed", "when", "any-of > every-of", "at least > more than", "16 > 15", "16 > 17")]
    [InlineData("first/in-order", "order", "written > sent", "written, sent > sent, written", "sent > stopped")]
    [InlineData("first/all-done", "require", "every > any-of")]
    [InlineData("ladder", "when", "14 days > 13 days", "14 days > 15 days", "1 day after > on the due date", "1 day > 2 days")]
    [InlineData("ladder", "then", "every 28 days > left out", "28 days > 27 days", "28 days > 29 days")]
    [InlineData("ladder", "to", "office > left out", "owner > left out", "chair > office")]
    [InlineData("ladder", "cannot-tell", "office > chair", "28 days > 27 days", "28 days > 29 days", "3 times > 2 times", "3 times > 4 times", "chair > office")]
    [InlineData("nobody-to-ask", "when", "every-of > any-of", "declined > left out", "unsafe > left out")]
    public void The_small_set_is_changed_so(string of, string key, params string[] expected) =>
        Told(Mutants(SmallSet.With("", "")), of, key).ShouldBe(expected);

    [Fact]
    public void What_no_scenario_can_show_is_let_be()
    {
        var mutants = Mutants(SmallSet.With("", ""));

        mutants.All.Select(one => one.Key).Intersect(["title", "acknowledge", "approval", "undeliverable", "basis", "force", "cite", "id"]).ShouldBeEmpty();
        Told(mutants, "first/write", "owner").ShouldBeEmpty(); // nobody writes to it
    }

    [Fact]
    public void A_mutant_differs_in_that_one_place()
    {
        var mutants = Mutants(SmallSet.With("", ""));
        var limit = mutants.All.Single(one => one is { Key: "within", Became: "2 months" });

        var rulebook = mutants.Read(limit).ShouldNotBeNull();

        var rules = rulebook.Packs.Single().Timescales;
        rules.Single(rule => rule.Id == "decide").Limit.ShouldBe(new Within(new(new(2, DhrCompliance.Calendars.PeriodUnit.Months))));
        rules.Single(rule => rule.Id == "write").Limit.ShouldBeOfType<ByDate>().Promptly.ShouldBe(new(14, DhrCompliance.Calendars.PeriodUnit.Days));
        (limit.Path, limit.Line, limit.Column).ShouldBe(("pack.yaml", Array.IndexOf(SmallSet.Pack.Split('\n'), "    within: 1 month") + 1, 13));
    }

    [Fact]
    public void A_change_of_an_edition_is_changed_where_it_stands()
    {
        const string later = """
            pack: second
            title: The second edition
            based-on: first
            status: in-force
            governs:
              by: [told]
              from: 2020-01-01
            sources:
              new:
                title: New
            change:
              - rule: decide
                within: 2 months
                cite:
                  - source: new

            """;
        var mutants = Mutants([.. SmallSet.With("", ""), FilesOf.Text("second.yaml", later)]);

        var mutation = mutants.All.First(one => one is { Path: "second.yaml", Key: "within" });

        (mutation.Of, mutation.Was, mutation.Became).ShouldBe(("second/decide", "2 months", "1 month"));
        mutants.Read(mutation).ShouldNotBeNull().Packs.Select(pack => ((Within)pack.Timescales.Single(rule => rule.Id == "decide").Limit).Terms.Length.Count).ShouldBe([1, 1]);
    }

    [Fact]
    public void In_the_rules_that_ship_each_place_is_where_the_words_stand()
    {
        var files = FilesOf.Folder("rules");
        var lines = files.ToDictionary(file => file.Path, file => System.Text.Encoding.UTF8.GetString(file.Bytes.Span).Split('\n'));
        var mutations = RuleMutants.Of(files, FilesOf.Rulebook(files)).All;

        mutations.Length.ShouldBeGreaterThan(400);
        mutations.Where(one => !StandsThere(lines[one.Path][one.Line - 1][(one.Column - 1)..], one.Was)).Select(one => $"{one.Path}:{one.Line}:{one.Column}: {one.Was}").ShouldBeEmpty();
    }

    /// <summary>By its first word, as the rest of what is left out may stand on further lines; of a pattern the key of its event stands first.</summary>
    private static bool StandsThere(string text, string was)
    {
        var first = was.Split(' ', ',', ':') is ["after", var word, ..] ? word : was.Split(' ', ',', ':')[0];
        return text.StartsWith(first, StringComparison.Ordinal) || text == $"event: {first}";
    }

    private static RuleMutants Mutants(IReadOnlyList<RuleFile> files) => RuleMutants.Of(files, FilesOf.Rulebook(files));

    private static string[] Told(RuleMutants mutants, string of, string key) =>
        [.. mutants.All.Where(one => one.Of == of && one.Key == key).Select(one => $"{one.Was} > {one.Became ?? LeftOut}")];
}
