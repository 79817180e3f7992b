using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Reviews over time as a table: the picture in one column, and what it shows in words in those beside it.</summary>
public sealed partial class GanttTable
{
    [Parameter, EditorRequired]
    public required Gantt Chart { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    private string Key =>
        "How to read the pictures: the dashed line is what was planned, a hollow diamond the first due date of a milestone; the bar below it is what happened, "
        + "a dot a milestone that is recorded. Hatched is a pause, and a letter says whose time it was"
        + (Chart.Holders.Length > 0 ? ": " + string.Join(", ", Chart.Holders.Select(holder => $"{holder.Letter} {holder.Who}")) : "")
        + ". The upright line is the day of this page. Whose time it was is inferred from the dates: it says where the time went, not whose fault it is.";

    private static string P(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
