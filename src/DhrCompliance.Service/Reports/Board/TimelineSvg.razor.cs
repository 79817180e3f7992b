using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>
/// A review over time. Across, everything stands in per cent of the width, so that the picture fits any screen with its text at full
/// size; down, in pixels.
/// </summary>
public sealed partial class TimelineSvg
{
    private const double RowHeight = 24;
    private const double EventTop = 34;

    [Parameter, EditorRequired]
    public required ReviewPicture Review { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    private int EventRows => Review.Events.Select(mark => mark.Row + 1).DefaultIfEmpty(0).Max();

    private int DueRows => Review.Dues.Select(mark => mark.Row + 1).DefaultIfEmpty(0).Max();

    private double BarTop => EventTop + (EventRows * RowHeight) - 6;

    private double DueTop => BarTop + 30;

    private double Height => BarTop + 32 + (DueRows * RowHeight);

    private string Description => string.Join("; ", Review.Events.Select(mark => $"{mark.Label}, {mark.Day}: {mark.What}")
        .Concat(Review.Pauses.Select(pause => $"paused ({pause.What.Replace('-', ' ')}) {pause.When}"))
        .Concat(Review.Dues.Select(mark => $"{mark.Label}, due {mark.Day}: {mark.What}, {mark.State.Replace('-', ' ')}")));

    private static string P(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string N(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);
}
