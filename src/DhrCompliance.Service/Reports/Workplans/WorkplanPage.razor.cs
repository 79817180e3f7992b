using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>The page of a review's plan. Lays out and computes nothing.</summary>
public sealed partial class WorkplanPage
{
    [Parameter, EditorRequired]
    public required WorkplanReport Report { get; set; }
}
