using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Audits;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Reports.Pages.Cases;
using DhrCompliance.Service.Reports.Pages.Families;
using DhrCompliance.Service.Reports.Pages.Libraries;
using DhrCompliance.Service.Reports.Pages.Overviews;
using DhrCompliance.Tests.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Reports.Pages;

/// <summary>Each report of a small review made by hand, with a text wherever text comes from outside.</summary>
internal static class SampleReports
{
    public static object Of(string kind, string reference, string text)
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
        return kind switch
        {
            "overview" => OverviewMaker.Of(cases, rules, terms),
            "case" => CaseReportMaker.Of(file, assessment, rules, terms, names, [new CaseNotice(Sample.Day("2026-11-01"), "none/such", "overdue", "csp", "told")]),
            "board" => QuarterReportMaker.Of(new Quarter(2026, 4), cases, [(file, assessment with { Timescales = [] })], rules, terms, names),
            "family" => FamilyMaker.Of(file, assessment, rules, terms),
            "audit" => new AuditPages(
                    new AuditHeader(terms.AsOf, text, rules), terms, new AuditAsked { Cases = [reference], Partnership = text, Rule = text, MadeAt = default }, names)
                .Of(cases, new StateCounts(), [text]).GetAwaiter().GetResult(),
            "families" => FamilyMaker.Longest(cases, rules, terms),
            _ => (object)LibraryMaker.Of(cases, rules, terms),
        };
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
