using System.Xml.Linq;

namespace DhrCompliance.Service.Tests.Reports.Handbooks;

/// <summary>The page can be read by anyone: alone, without script, by ear, on paper, with every link leading somewhere.</summary>
public sealed class HandbookReadingTests
{
    public static TheoryData<string> Pages => ["shipped", "small", "changed"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_stands_alone_without_script_and_says_so_to_the_browser(string name)
    {
        var root = Root(name);

        root.Descendants().Select(element => element.Name.LocalName).Intersect(["script", "link", "img", "iframe", "object", "form", "base", "svg"]).ShouldBeEmpty();
        root.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").ShouldAllBe(attribute => attribute.Value.StartsWith('#'));
        root.Descendants().Attributes().ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.LocalName != "style");
        var style = root.Descendants("style").Single().Value;
        style.ShouldNotContain("@import");
        style.ShouldNotContain("url(");
        root.Descendants("meta").Select(meta => meta.Attribute("content")?.Value).ShouldContain("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere_and_no_anchor_is_there_twice(string name)
    {
        var root = Root(name);
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => !id.Any(char.IsWhiteSpace));
        var links = root.Descendants("a").Select(link => link.Attribute("href")!.Value[1..]).ToList();
        links.Count.ShouldBeGreaterThan(30);
        links.ShouldBeSubsetOf(ids);
        root.Descendants().Attributes("aria-labelledby").Select(label => label.Value).ShouldBeSubsetOf(ids);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Headings_never_skip_a_level(string name)
    {
        var level = 0;
        foreach (var heading in Root(name).Descendants().Where(element => element.Name.LocalName is ['h', >= '1' and <= '6']))
        {
            var next = heading.Name.LocalName[1] - '0';
            next.ShouldBeLessThanOrEqualTo(level + 1, heading.Text());
            heading.Text().ShouldNotBeEmpty();
            level = next;
        }

        Root(name).Descendants("h1").Count().ShouldBe(1);
        level.ShouldBeGreaterThan(1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_can_be_used_by_someone_who_does_not_see_it(string name)
    {
        var root = Root(name);

        root.Attribute("lang")!.Value.ShouldBe("en-GB");
        foreach (var landmark in new[] { "header", "nav", "main", "footer" })
        {
            root.Descendants(landmark).Count().ShouldBe(1, landmark);
        }

        root.Element("body")!.Elements().First().Attribute("href")!.Value.ShouldBe("#main");
        root.Descendants("section").ShouldAllBe(section => section.Attribute("aria-labelledby") != null || section.Attribute("aria-label") != null);
        root.Descendants("table").ShouldNotBeEmpty();
        root.Descendants("table").ShouldAllBe(table => table.Elements("caption").Count() == 1 && table.Element("caption")!.Text().Length > 0);
        root.Descendants("th").ShouldAllBe(heading => heading.Attribute("scope") != null);
        root.Descendants("tbody").SelectMany(body => body.Elements("tr")).ShouldAllBe(row => row.Elements("th").Count() == 1);
        root.OfClass("chip").ShouldAllBe(chip => chip.Text().Length > 0); // a colour alone says nothing
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void On_paper_every_link_is_a_number_that_stands_with_a_heading(string name)
    {
        var root = Root(name);
        var numbers = root.Descendants().Where(element => element.Name.LocalName is "h2" or "h3" or "h4").SelectMany(heading => heading.OfClass("nr")).Select(number => number.Text()).ToHashSet();

        var references = root.OfClass("ref").Select(reference => reference.Text().Trim('(', ')')).ToList();

        references.ShouldNotBeEmpty();
        references.ShouldBeSubsetOf(numbers);
        root.Descendants("nav").Single().OfClass("nr").Select(number => number.Text()).ShouldBe(numbers.OrderBy(Key), ignoreOrder: true);
    }

    private static string Key(string number) => string.Join('.', number.Split('.').Select(part => part.PadLeft(4, '0')));

    private static XElement Root(string name) => (name switch
    {
        "shipped" => HandbookPages.Shipped,
        "small" => HandbookPages.Small,
        _ => HandbookChangesTests.Changed,
    }).Root!;
}
