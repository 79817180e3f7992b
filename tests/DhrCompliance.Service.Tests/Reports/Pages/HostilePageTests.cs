using System.Collections.Immutable;
using System.Xml.Linq;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Reports.Pages.Cases;
using DhrCompliance.Service.Reports.Pages.Families;
using DhrCompliance.Service.Reports.Pages.Libraries;
using DhrCompliance.Service.Reports.Pages.Overviews;
using DhrCompliance.Tests.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Reports.Pages;

/// <summary>Each page of a small review made by hand: with hostile text wherever text comes from outside.</summary>
public sealed class HostilePageTests
{
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "overview", "Of one live review, one has something overdue or out of order" }, { "case", "overdue" }, { "board", "What changed since last quarter" },
        { "family", "owed to the family" }, { "families", "Longest without being told" }, { "library", "Reviews and their reports" },
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

    private static async Task<string> Html(string kind, string reference, string text)
    {
        var rules = Rules(text);
        var file = SampleRules.TheFile with
        {
            Reference = reference,
            Items = [.. SampleRules.TheFile.Items, new CaseItem { Id = "A1", Kind = "task", Facts = ImmutableDictionary<string, string>.Empty.Add("by-whom", text).Add("when", "2026-08-01") }],
        };
        var assessment = SampleRules.TheAssessment with { Reference = reference };
        IReadOnlyList<(CaseFile, Assessment)> cases = [(file, assessment)];
        var terms = new PageTerms { Kind = "page", Heading = text, Where = text, AsOf = Sample.Day("2026-11-20"), Marking = "Restricted", Provenance = [("Rulebook", "sha256:0123")] };
        var names = new Dictionary<string, string> { [file.Partnership] = text };
        return await HousePages.RenderAsync(kind switch
        {
            "overview" => OverviewMaker.Of(cases, rules, terms),
            "case" => CaseReportMaker.Of(file, assessment, rules, terms, names, [new CaseNotice(Sample.Day("2026-11-01"), "none/such", "overdue", "csp", "told")]),
            "board" => QuarterReportMaker.Of(new Quarter(2026, 4), cases, [(file, assessment with { Timescales = [] })], rules, terms, names),
            "family" => FamilyMaker.Of(file, assessment, rules, terms),
            "families" => FamilyMaker.Longest(cases, rules, terms),
            _ => (object)LibraryMaker.Of(cases, rules, terms),
        });
    }

    // The small rulebook's first event concerns all pages, and its reviews have tasks to follow.
    private static Rulebook Rules(string title)
    {
        var words = SampleRules.TheRules.Vocabulary;
        return SampleRules.TheRules with
        {
            Vocabulary = words with
            {
                Events = [.. words.Events.Select((kind, at) => at == 0 || kind.Name is "report" or "told" ? kind with { Title = at == 0 ? title : kind.Title, Concerns = [Concern.Family, Concern.Library, Concern.Rounds] } : kind)],
                Items = [.. words.Items, new ItemKind { Name = "task", Title = "a task", Concerns = [Concern.ActionPlan] }],
                Facts =
                [
                    .. words.Facts,
                    new FactType { Name = "by-whom", Of = "task", Question = "Who does it?", Type = ValueKind.Text, Concerns = [Concern.ActionPlan] },
                    new FactType { Name = "when", Of = "task", Question = "By when?", Type = ValueKind.Date, Concerns = [Concern.ActionPlan] },
                ],
            },
        };
    }
}
