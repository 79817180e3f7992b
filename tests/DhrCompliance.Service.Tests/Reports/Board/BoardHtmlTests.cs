using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Tests.Assessments.Explaining;

namespace DhrCompliance.Service.Tests.Reports.Board;

public sealed partial class BoardHtmlTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><svg onload=alert(1)>",
        "</style><style>body{display:none}</style>", "javascript:alert(1)", "&lt;b&gt; & &amp; &#60;", "{{7*7}} @DateTime.Now", "-->", "]]>",
        "url(#x) %00 \u202E \u2028", "a\tb c/d?e#f",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Text_from_outside_is_text_wherever_it_stands(string hostile)
    {
        var page = await Page(hostile, hostile);
        var ordinary = await Page("Harrow", "R02");

        Shape(page).ShouldBe(Shape(ordinary));
        page.Root!.Descendants().Attributes().Select(attribute => attribute.Name.LocalName)
            .ShouldAllBe(name => !name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        page.Root.Value.ShouldContain(hostile);
    }

    [Fact]
    public async Task It_stands_alone_without_script_and_says_so_to_the_browser()
    {
        var page = await Page("Harrow", "R02");

        Named(page, "script").ShouldBeEmpty();
        Named(page, "link").ShouldBeEmpty();
        Named(page, "img").ShouldBeEmpty();
        page.Root!.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src")
            .ShouldAllBe(attribute => attribute.Value.StartsWith('#'));
        Named(page, "style").Single().Value.ShouldNotContain("@import");
        Named(page, "meta").Select(meta => meta.Attribute("content")?.Value).ShouldContain(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    }

    [Fact]
    public async Task It_can_be_used_by_someone_who_does_not_see_it()
    {
        var page = await Page("Harrow", "R02");
        var root = page.Root.ShouldNotBeNull();

        root.Attribute("lang")!.Value.ShouldBe("en-GB");
        foreach (var landmark in new[] { "header", "nav", "main", "footer" })
        {
            root.Descendants(landmark).Count().ShouldBe(1, landmark);
        }

        root.Descendants("h1").Count().ShouldBe(1);
        root.Descendants("table").ShouldNotBeEmpty();
        root.Descendants("table").ShouldAllBe(table => table.Elements("caption").Count() == 1 && table.Descendants("th").Any());
        root.Descendants("th").ShouldAllBe(heading => heading.Attribute("scope") != null);
        var pictures = root.Descendants("svg").Where(svg => svg.Attribute("role") is not null).ToList();
        pictures.Count.ShouldBe(2);
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        ids.ShouldBeUnique();
        foreach (var picture in pictures)
        {
            picture.Attribute("role")!.Value.ShouldBe("img");
            picture.Attribute("aria-labelledby")!.Value.Split(' ').ShouldBeSubsetOf(ids);
            picture.Element("desc")!.Value.ShouldNotBeEmpty();
        }

        root.Descendants("a").Select(link => link.Attribute("href")!.Value[1..]).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public async Task It_is_marked_restricted_and_a_demonstration_is_said_to_be_one()
    {
        var page = await Page("Harrow", "R02");

        page.Root!.Value.ShouldContain("Not for publication");
        page.Root.Value.ShouldContain("Demonstration.");
        page.Root.Value.ShouldContain("sha256:0123");
        page.Root.Value.ShouldContain("First edition (edition-1, not verified)");
    }

    [Fact]
    public async Task An_empty_register_makes_a_page_too()
    {
        var report = BoardReportMaker.Of([], SampleRules.TheRules, BoardReportMakerTests.Terms);

        (await BoardHtml.RenderAsync(report)).ShouldContain("There is no live review.");
    }

    private static async Task<XDocument> Page(string name, string reference)
    {
        var file = SampleRules.TheFile with { Reference = reference };
        var assessment = SampleRules.TheAssessment with
        {
            Reference = reference,
            Failures = [new RuleFailure(name, name)],
            Timescales = [.. SampleRules.TheAssessment.Timescales, SampleRules.Late with { Rule = SampleRules.Write with { Title = name }, Item = name }],
        };
        var words = SampleRules.TheRules.Vocabulary;
        var rulebook = SampleRules.TheRules with
        {
            Vocabulary = words with { Events = words.Events.SetItem(0, words.Events[0] with { Title = name }) },
        };
        IEnumerable<(CaseFile, Assessment)> cases = [(file, assessment)];
        var html = await BoardHtml.RenderAsync(BoardReportMaker.Of(
            cases, rulebook, BoardReportMakerTests.Terms with { Title = name, PartnershipNames = new Dictionary<string, string> { ["devon"] = name } }));
        html.ShouldStartWith("<!DOCTYPE html>");
        using var reader = XmlReader.Create(
            new StringReader(OpenMeta().Replace(html, "<meta$1/>")), // HTML leaves it open; all else is closed as XML wants it
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("<meta([^>/]*)/?>")]
    private static partial Regex OpenMeta();

    private static string Shape(XDocument page) =>
        string.Join(' ', page.Root!.DescendantsAndSelf().Select(element => $"{element.Name.LocalName}({element.Attributes().Count()})"));

    private static IEnumerable<XElement> Named(XDocument page, string name) => page.Root!.Descendants(name);
}
