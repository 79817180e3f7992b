using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>The handbook's page. Lays out and computes nothing.</summary>
public sealed partial class HandbookPage
{
    [Parameter, EditorRequired]
    public required HandbookReport Report { get; set; }
}
