using DhrCompliance.Assessments.Explaining.Changes;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>One change: what became of it, and its sentences before and now side by side.</summary>
public sealed partial class ChangeEntry
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required RulebookChange Change { get; set; }

    /// <summary>What the sentences are compared with, where that is not what stood there before.</summary>
    [Parameter]
    public string? Beside { get; set; }
}
