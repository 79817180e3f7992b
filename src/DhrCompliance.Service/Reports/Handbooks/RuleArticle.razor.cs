using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>A rule: in one sentence, then in full, with its passages, who is told, and what shows that it is computed so.</summary>
public sealed partial class RuleArticle
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required RuleEntry Entry { get; set; }

    [Parameter, EditorRequired]
    public required PackStatus Status { get; set; }
}
