using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Pages.Overviews;

/// <summary>What the overview shows, as data.</summary>
internal static class OverviewTables
{
    /// <summary>Made as they are read.</summary>
    public static IEnumerable<ReportTable> Of(ImmutableArray<GanttRow> rows, ImmutableArray<StandingCount> standings, ImmutableArray<ReportTable> lists)
    {
        foreach (var table in CourseTables.Of(rows))
        {
            yield return table;
        }

        yield return Standings(standings);
        foreach (var list in lists)
        {
            yield return list;
        }
    }

    /// <summary>How many reviews stand how.</summary>
    public static ReportTable Standings(ImmutableArray<StandingCount> standings) => new()
    {
        Id = "standings",
        Title = "Reviews by how they stand",
        Fields = [new("standing", FieldKind.State), new("how it stands"), new("live", FieldKind.Number), new("historic", FieldKind.Number)],
        Rows =
        [
            .. standings.Select(count => ImmutableArray.Create(
                Datum.Text(count.Standing.Word), Datum.Text(count.Standing.Name), Datum.Number(count.Live), Datum.Number(count.Historic))),
        ],
    };
}
