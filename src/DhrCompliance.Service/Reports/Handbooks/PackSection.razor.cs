using DhrCompliance.Assessments.Explaining.Handbooks;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>A pack and its rules.</summary>
public sealed partial class PackSection
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required PackChapter Pack { get; set; }
}
