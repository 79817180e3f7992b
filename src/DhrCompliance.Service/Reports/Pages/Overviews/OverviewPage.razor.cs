using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Overviews;

/// <summary>The overview as a page.</summary>
public sealed partial class OverviewPage
{
    [Parameter, EditorRequired]
    public required OverviewReport Page { get; set; }

    private static ImmutableArray<(string Label, string Id)> PartNames { get; } =
        [("How the reviews stand", "standing"), ("Reviews over time", "time"), ("What is due", "due"), ("What to answer", "questions")];
}
