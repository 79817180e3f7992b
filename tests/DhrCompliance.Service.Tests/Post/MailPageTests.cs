using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>The pages of every mail of the sample borough, read with a parser: what Outlook, telephones and screen readers ask of them.</summary>
public sealed partial class MailPageTests : IClassFixture<AuditTests.Borough>
{
    private static readonly string[] Active = ["script", "style", "link", "img", "iframe", "object", "embed", "form", "input", "button", "a", "svg", "video", "audio", "base"];
    private static readonly string[] Fetching = ["src", "href", "background", "action", "srcset", "poster", "data"];

    private readonly IReadOnlyList<(string Name, MailReader Mail)> _mails;

    public MailPageTests(AuditTests.Borough borough) =>
        _mails = [.. Directory.GetFiles(borough.Program.Path("demo/outbox"), "*.eml").Select(path => (Path.GetFileName(path), MailReader.Read(File.ReadAllBytes(path))))];

    [Fact]
    public void Each_is_well_formed_and_says_its_language()
    {
        _mails.Count.ShouldBeGreaterThan(20);
        foreach (var (name, page) in Pages())
        {
            page.Root!.Name.LocalName.ShouldBe("html", name);
            page.Root.Attribute("lang")!.Value.ShouldBe("en-GB", name);
            page.Descendants("title").ShouldHaveSingleItem().Value.ShouldNotBeEmpty(name);
            page.Descendants("meta").ShouldContain(meta => meta.Attribute("charset") != null && meta.Attribute("charset")!.Value == "utf-8", name);
            page.Descendants("meta").ShouldContain(meta => meta.Attribute("name") != null && meta.Attribute("name")!.Value == "viewport", name);
        }
    }

    [Fact]
    public void None_fetches_or_does_anything_when_it_is_opened()
    {
        foreach (var (name, page) in Pages())
        {
            page.Descendants().Select(element => element.Name.LocalName).Intersect(Active).ShouldBeEmpty(name);
            var attributes = page.Descendants().SelectMany(element => element.Attributes()).ToList();
            attributes.Where(attribute => Fetching.Contains(attribute.Name.LocalName) || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(name);
            attributes.Where(attribute => attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) || attribute.Value.Contains("//", StringComparison.Ordinal)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Headings_come_in_order_with_one_at_the_top()
    {
        foreach (var (name, page) in Pages())
        {
            var levels = page.Descendants().Select(element => Heading().Match(element.Name.LocalName)).Where(match => match.Success)
                .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            levels[0].ShouldBe(1, name);
            levels.Count(level => level == 1).ShouldBe(1, name);
            levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1, name);
        }
    }

    [Fact]
    public void Tables_that_only_set_out_the_page_say_so_and_tables_of_facts_have_row_headings()
    {
        foreach (var (name, page) in Pages())
        {
            foreach (var table in page.Descendants("table").Where(table => table.Attribute("role")?.Value != "presentation"))
            {
                table.Elements("tr").Concat(table.Elements("tbody").Elements("tr"))
                    .ShouldAllBe(row => row.Elements("th").Any(head => head.Attribute("scope") != null), name);
            }

            // Word's engine, which Outlook draws with, knows no flexible boxes and no floating.
            page.ToString().ShouldNotContain("display:flex");
            page.ToString().ShouldNotContain("float:");
        }
    }

    [Fact]
    public void Text_and_page_say_the_same()
    {
        foreach (var (name, mail) in _mails)
        {
            var words = Words(mail.Parts()[0].Text());
            var page = Words(string.Join(' ', Parsed(mail.Parts()[1].Text()).Root!.Element("body")!.DescendantNodes().OfType<XText>().Select(text => text.Value)));
            words.Except(page).ShouldBeEmpty(name);
            page.Except(words).ShouldBeEmpty(name);
        }
    }

    private IEnumerable<(string Name, XDocument Page)> Pages() => _mails.Select(mail => (mail.Name, Parsed(mail.Mail.Parts()[1].Text())));

    private static HashSet<string> Words(string text) => [.. Word().Matches(text.ToUpperInvariant()).Select(match => match.Value)];

    private static XDocument Parsed(string html)
    {
        html.ShouldStartWith("<!DOCTYPE html>");
        using var reader = XmlReader.Create(
            new StringReader(Void().Replace(html, "<$1$2/>")), // HTML leaves them open; all else is closed as XML wants it
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("<(meta|br|hr)([^>/]*)/?>")]
    private static partial Regex Void();

    [GeneratedRegex("^h([1-6])$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
