using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>Where a row's rule is from: how it binds, and its first passage, with a link to all of them.</summary>
public sealed partial class RuleSource
{
    [Parameter, EditorRequired]
    public required AuditRule Of { get; set; }

    private string Link => Of.Passages switch
    {
        [] => "no passage is cited",
        [var only] => only.Where,
        [var first, .. var more] => $"{first.Where}, and {EventWords.Number(more.Length)} more",
    };
}
