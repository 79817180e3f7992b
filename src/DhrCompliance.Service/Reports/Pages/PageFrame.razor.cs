using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>What every page has around its own parts: head, marking, headings, ways through it, and what it rests on.</summary>
public sealed partial class PageFrame
{
    [Parameter, EditorRequired]
    public required PageTerms Terms { get; set; }

    /// <summary>The page's own parts, for the list of them: what each is called, and its id.</summary>
    [Parameter]
    public ImmutableArray<(string Label, string Id)> Parts { get; set; } = [];

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
