using DhrCompliance.Service.Reports.Tables;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>A table of the one table model, with caption and headers; on a narrow screen each row is a card of its own.</summary>
public sealed partial class DataTable
{
    [Parameter, EditorRequired]
    public required Table Table { get; set; }

    /// <summary>True: a table of counts, which is narrow everywhere and of which nobody asks how many rows it has.</summary>
    [Parameter]
    public bool Counts { get; set; }

    /// <summary>What is said where there is no row.</summary>
    [Parameter]
    public string? Empty { get; set; }
}
