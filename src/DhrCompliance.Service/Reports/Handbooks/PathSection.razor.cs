using DhrCompliance.Assessments.Explaining.Handbooks;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>Who is told when, by one path.</summary>
public sealed partial class PathSection
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required PathChapter Path { get; set; }
}
