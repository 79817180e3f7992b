using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Proposals;

/// <summary>The page that answers changed rule files. Lays out and computes nothing.</summary>
public sealed partial class AnswerPage
{
    [Parameter, EditorRequired]
    public required AnswerReport Report { get; set; }
}
