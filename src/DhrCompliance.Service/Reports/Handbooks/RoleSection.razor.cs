using DhrCompliance.Assessments.Explaining.Handbooks;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>What one role has to do, signs, agrees and is told.</summary>
public sealed partial class RoleSection
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required RoleChapter Role { get; set; }

    [Parameter, EditorRequired]
    public required HandbookReport Report { get; set; }

    private IEnumerable<(string Title, IReadOnlyCollection<RoleDuty> Duties, string Says)> Tables =>
        new (string Title, IReadOnlyCollection<RoleDuty> Duties, string Says)[]
        {
            ("Has to do", Role.Duties, "by when"),
            ("Has to see to", Role.Checks, "what is to be so"),
            ("Signs", Role.Signs, "what is signed for"),
            ("May agree another date for", Role.Agrees, "by when otherwise"),
        }.Where(table => table.Duties.Count > 0);
}
