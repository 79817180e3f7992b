using DhrCompliance.Assessments.Explaining.Handbooks;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>Which pack governs whom.</summary>
public sealed partial class GovernanceTable
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required Handbook Book { get; set; }
}
