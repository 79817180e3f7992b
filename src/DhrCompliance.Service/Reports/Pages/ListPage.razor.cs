using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>A page of tables under headings.</summary>
public sealed partial class ListPage
{
    [Parameter, EditorRequired]
    public required ListReport Page { get; set; }
}
