using System.Xml.Linq;
using DhrCompliance.Service.Reports.Pages;

namespace DhrCompliance.Service.Tests.Reports.Pages;

/// <summary>Each page of a small review made by hand: with hostile text wherever text comes from outside.</summary>
public sealed class HostilePageTests
{
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "overview", "Of one live review, one has something overdue or out of order" }, { "case", "overdue" }, { "board", "What changed since last quarter" },
        { "family", "owed to the family" }, { "families", "Longest without being told" }, { "library", "Reviews and their reports" },
        { "audit", "Of one live review, one has something overdue or out of order: one duty is overdue and one check fails." },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Text_from_outside_is_text_wherever_it_stands(string kind, string headline)
    {
        var ordinary = DemoRegister.Parsed(await Html(kind, "R02", "plain"));
        DemoRegister.Body(ordinary).ShouldContain(headline);
        foreach (var hostile in new[] { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></style><svg onload=alert(1)>", "javascript:alert(1)", "\u202E &lt; {{7*7}}" })
        {
            var page = DemoRegister.Parsed(await Html(kind, hostile, hostile));

            Shape(page).ShouldBe(Shape(ordinary), hostile);
            page.Root!.Descendants().Attributes().ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            page.Root.Value.ShouldContain(hostile);
        }
    }

    private static string Shape(XDocument page) => string.Join(' ', page.Root!.Descendants().Select(element => $"{element.Name.LocalName}({element.Attributes().Count()})"));

    private static async Task<string> Html(string kind, string reference, string text) => await HousePages.RenderAsync(SampleReports.Of(kind, reference, text));
}
