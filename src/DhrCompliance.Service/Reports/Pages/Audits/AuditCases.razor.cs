using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>Some cases of an audit, each with a table of its rows.</summary>
public sealed partial class AuditCases
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AuditCase> Cases { get; set; }
}
