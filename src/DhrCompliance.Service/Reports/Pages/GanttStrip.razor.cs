using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>One review over time. Hidden from those who listen: the row it stands in says the same in words.</summary>
public sealed partial class GanttStrip
{
    [Parameter, EditorRequired]
    public required GanttRow Row { get; set; }

    [Parameter, EditorRequired]
    public required Gantt Chart { get; set; }

    private static string P(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
