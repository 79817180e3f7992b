using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>The report on a quarter as a page.</summary>
public sealed partial class QuarterPage
{
    [Parameter, EditorRequired]
    public required QuarterReport Page { get; set; }

    private static ImmutableArray<(string Label, string Id)> PartNames { get; } =
    [
        ("How the reviews stand", "standing"), ("What changed", "changes"), ("Recommendations and actions", "plan"), ("What is late and what falls due", "due"),
        ("Review by review", "sheets"),
    ];
}
