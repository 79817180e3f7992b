using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>The board's page. Lays out and computes nothing.</summary>
public sealed partial class BoardPage
{
    [Parameter, EditorRequired]
    public required BoardReport Report { get; set; }
}
