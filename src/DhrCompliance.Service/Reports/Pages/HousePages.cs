using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Pages.Audits;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Reports.Pages.Cases;
using DhrCompliance.Service.Reports.Pages.Overviews;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Pages of HTML that need nothing else: no script, no font, no picture from anywhere.</summary>
public static class HousePages
{
    /// <summary>The house's style with what these pages have beside it.</summary>
    internal static string Style { get; } = BoardHtml.Style + BoardHtml.ReadStyle("Reports/Pages/pages.css");

    /// <summary>The page of what it is to show.</summary>
    public static Task<string> RenderAsync(object page) => page switch
    {
        OverviewReport => RenderAsync<OverviewPage>(page),
        QuarterReport => RenderAsync<QuarterPage>(page),
        CaseReport => RenderAsync<CasePage>(page),
        ListReport => RenderAsync<ListPage>(page),
        AuditReport => RenderAsync<AuditReportPage>(page),
        _ => throw new ArgumentException($"There is no page for {page?.GetType().Name}.", nameof(page)),
    };

    /// <summary>The page of an audit, which may be long, to where it goes.</summary>
    internal static Task WriteAsync(TextWriter text, AuditReport page) => BoardHtml.WriteAsync<AuditReportPage>(text, new Dictionary<string, object?> { ["Page"] = page });

    private static Task<string> RenderAsync<TPage>(object page)
        where TPage : IComponent => BoardHtml.RenderAsync<TPage>(new Dictionary<string, object?> { ["Page"] = page });
}
