using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Impact;

/// <summary>The page of a changed rulebook's impact. Lays out and computes nothing.</summary>
public sealed partial class ImpactPage
{
    [Parameter, EditorRequired]
    public required ImpactReport Report { get; set; }
}
