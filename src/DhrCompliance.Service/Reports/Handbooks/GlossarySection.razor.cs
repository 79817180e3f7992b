using DhrCompliance.Assessments.Explaining.Glossaries;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>The words of one sort.</summary>
public sealed partial class GlossarySection
{
    [Parameter, EditorRequired]
    public required WordSort Sort { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyCollection<GlossaryEntry> Entries { get; set; }
}
