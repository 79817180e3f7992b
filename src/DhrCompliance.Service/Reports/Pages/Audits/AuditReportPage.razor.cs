using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>The audit as a page.</summary>
public sealed partial class AuditReportPage
{
    [Parameter, EditorRequired]
    public required AuditReport Page { get; set; }

    private static ImmutableArray<(string Label, string Id)> PartNames { get; } =
        [("What was asked", "request"), ("How many", "counts"), ("Case by case", "cases"), ("The rules and their sources", "rules")];
}
