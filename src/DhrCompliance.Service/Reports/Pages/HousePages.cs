using DhrCompliance.Service.Reports.Board;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Pages of HTML that need nothing else: no script, no font, no picture from anywhere.</summary>
public static class HousePages
{
    /// <summary>The house's style with what these pages have beside it.</summary>
    internal static string Style { get; } = BoardHtml.Style + BoardHtml.ReadStyle("Reports/Pages/pages.css");

    /// <summary>A page with what it shows; its component has one parameter, <c>Page</c>.</summary>
    internal static Task<string> RenderAsync<TPage>(object page)
        where TPage : IComponent => BoardHtml.RenderAsync<TPage>(new Dictionary<string, object?> { ["Page"] = page });
}
