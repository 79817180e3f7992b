using DhrCompliance.Service.Reports.Tables;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>A state in words, with a sign and a colour beside them.</summary>
public sealed partial class StateChip
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required StateTone Tone { get; set; }
}
