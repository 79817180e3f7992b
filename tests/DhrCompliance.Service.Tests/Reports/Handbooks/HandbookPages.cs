using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports.Handbooks;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Assessments.Explaining.Handbooks;

namespace DhrCompliance.Service.Tests.Reports.Handbooks;

/// <summary>Handbooks as pages that can be searched: of the rules that ship, and of the small rulebook.</summary>
internal static partial class HandbookPages
{
    private static readonly Lazy<Rulebook> Rules = new(() => RulesFolder.Read(Path.Combine(Repository.Root, "rules")));

    private static readonly Lazy<XDocument> OfShipped = new(() => Parsed(Html(Rules.Value)));

    private static readonly Lazy<XDocument> OfSmall = new(() => Parsed(Html(SmallRules.AsItIs)));

    public static Rulebook ShippedRules => Rules.Value;

    public static XDocument Shipped => OfShipped.Value;

    public static XDocument Small => OfSmall.Value;

    public static string Html(Rulebook rulebook, Rulebook? since = null) => HandbookHtml.RenderAsync(new HandbookReport
    {
        Book = Handbook.Of(rulebook),
        On = new DateOnly(2026, 11, 21),
        Changes = since is null ? null : RulebookChanges.Of(since, rulebook),
    }).GetAwaiter().GetResult();

    public static XDocument Page(Rulebook rulebook, Rulebook? since = null) => Parsed(Html(rulebook, since));

    public static XElement ById(this XDocument page, string id) => page.Root!.Descendants().Single(element => element.Attribute("id")?.Value == id);

    public static IEnumerable<XElement> OfClass(this XContainer within, string name) =>
        within.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(name) is true);

    /// <summary>The text as it is read, with spaces and line ends as one space.</summary>
    public static string Text(this XElement element) => Spaces().Replace(element.Value, " ").Trim();

    private static XDocument Parsed(string html)
    {
        html.ShouldStartWith("<!DOCTYPE html>");
        using var reader = XmlReader.Create(
            new StringReader(OpenMeta().Replace(html, "<meta$1/>")), // HTML leaves it open; all else is closed as XML wants it
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("<meta([^>/]*)/?>")]
    private static partial Regex OpenMeta();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
