using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>Items counted by something: a bar beside the numbers it is drawn from.</summary>
public sealed partial class CompletionTable
{
    [Parameter, EditorRequired]
    public required Completion Of { get; set; }
}
