using System.Xml.Linq;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Handbooks;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Assessments.Explaining.Handbooks;

namespace DhrCompliance.Service.Tests.Reports.Handbooks;

/// <summary>What changed, side by side; and the whole page as it was read.</summary>
public sealed class HandbookChangesTests
{
    private static readonly Lazy<Rulebook> Now = new(() => SmallRules.Edited(
        ("local.yaml", "within: 20 days", "within: 10 days"),
        ("local.yaml", "  - id: met-before-report\n", "  - id: meet-first\n    was: met-before-report\n"),
        ("local.yaml", "title: Quality of the report", "title: How good the report is"),
        ("guidance-2.yaml", "quote: within six months", "quote: within half a year"),
        ("act.yaml", "  - id: required\n", "  - id: needed\n"),
        ("paths.yaml", "when: 90 days after", "when: 60 days after"),
        ("vocabulary.yaml", "    sensitive: yes\n", ""),
        ("vocabulary.yaml", "title: the first meeting", "title: the meeting")));

    private static readonly Lazy<XDocument> Page = new(() => HandbookPages.Page(Now.Value, SmallRules.AsItIs));

    internal static XDocument Changed => Page.Value;

    [Fact]
    public void Each_change_says_what_it_is()
    {
        Changed.ById("changes").OfClass("changed").Select(change => (change.Descendants("h4").Single().Text(), change.OfClass("chip").First().Text())).ShouldBe(
        [
            ("A review is required", "New"),
            ("A review is required", "Withdrawn"),
            ("Write the report", "Resting on something else, asking the same"),
            ("Decide sooner", "Changed in substance"),
            ("How good the report is", "In other words only"),
            ("They met before the report", "Renamed only"),
            ("A limit", "Changed in substance"),
            ("Does the relative wish to be asked? (a question)", "Changed in substance"),
            ("The meeting (an event)", "In other words only"),
        ], ignoreOrder: true);
        Changed.ById("changes").OfClass("headline").Single().Text().ShouldStartWith("Of rules, packs, paths, words and mails: ");
    }

    [Fact]
    public void Before_and_now_stand_side_by_side_with_the_words_that_differ()
    {
        var row = Changed.ById("changes").OfClass("changed").Single(change => change.Descendants("h4").Single().Text() == "Decide sooner").Descendants("tbody").Single().Elements("tr").Single();
        var cells = row.Elements().ToList();

        cells[0].Text().ShouldBe("Limit");
        cells[1].Text().ShouldStartWith("It is due within 20 days of the start: weekends and bank holidays are counted.");
        cells[1].Descendants("mark").Single().Text().ShouldBe("20");
        cells[2].Text().ShouldStartWith("It is due within ten days of the start:");
        cells[2].Descendants("mark").Single().Text().ShouldBe("ten");
    }

    [Fact]
    public void A_new_edition_is_laid_beside_the_one_before()
    {
        var changes = HandbookPages.Page(SmallRules.AsItIs, SmallRules.With("guidance-3.yaml", null)).ById("changes");

        changes.Text().ShouldContain("Its rules are laid beside those of “Guidance, second edition”. 2 rules of it say the same.");
        var table = changes.Descendants("table").Single(table => table.Element("caption")!.Text().StartsWith("Write the report", StringComparison.Ordinal));
        table.Descendants("thead").Single().Descendants("th").Select(heading => heading.Text()).ShouldBe(["about", "there", "here"]);
        table.Descendants("mark").Take(2).Select(mark => mark.Text()).ShouldBe(["six", "twelve"]);
    }

    [Fact]
    public void The_same_files_and_files_that_say_the_same_are_told_apart()
    {
        HandbookPages.Page(SmallRules.AsItIs, SmallRules.AsItIs).ById("changes").Text().ShouldContain("Nothing: the two rulebooks are the same files.");
        HandbookPages.Page(SmallRules.AsItIs, SmallRules.Edited("act.yaml", "pack: act", "# a note\npack: act")).ById("changes").Text().ShouldContain("Nothing that the rules say.");
        HandbookPages.Small.Root!.Descendants().Attributes("id").ShouldAllBe(id => id.Value != "changes");
    }

    [Theory]
    [InlineData("within one month of", "within two months of", "within ", "one month", " of")]
    [InlineData("a b c", "a c", "a ", "b", " c")]
    [InlineData("a c", "a b c", "a c", "", "")]
    [InlineData("x y", "x y", "x y", "", "")]
    [InlineData("all other", "nothing alike", "", "all other", "")]
    [InlineData("only here", null, "", "only here", "")]
    public void What_a_sentence_has_of_its_own_is_found_between_words(string sentence, string? other, string begin, string own, string end)
    {
        var parts = Differing.Of(sentence, other);

        (parts.Begin + parts.Own + parts.End).ShouldBe(sentence);
        (parts.Own.Length == 0 ? (parts.Begin + parts.End, "", "") : (parts.Begin, parts.Own, parts.End)).ShouldBe((begin, own, end));
    }

    [Fact]
    public void The_page_is_the_one_that_was_read()
    {
        var html = HandbookPages.Html(Now.Value, SmallRules.AsItIs).ReplaceLineEndings("\n");
        var (style, end) = (html.IndexOf("<style>", StringComparison.Ordinal), html.IndexOf("</style>", StringComparison.Ordinal));
        var page = string.Join('\n', (html[..style] + html[end..]).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";
        var file = Path.Combine(Repository.Root, "tests/DhrCompliance.Service.Tests/Reports/Handbooks/small.golden.html");
        if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
        {
            File.WriteAllText(file, page);
        }

        var golden = File.ReadAllText(file).ReplaceLineEndings("\n");
        golden.ShouldContain("Changed in substance");
        golden.ShouldContain("within <mark>ten</mark> days");
        page.ShouldBe(golden, "Look at the page in a browser; if it is right, write it anew: DHR_GOLDEN=write dotnet test --filter Handbook");
    }
}
