using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Reviews by how they stand: a bar, and the same in a table.</summary>
public sealed partial class StandingsBar
{
    [Parameter, EditorRequired]
    public required ImmutableArray<StandingCount> Standings { get; set; }

    private int Live => Standings.Sum(standing => standing.Live);

    private string Description => string.Join("; ", Standings.Where(standing => standing.Live > 0)
        .Select(standing => string.Create(CultureInfo.InvariantCulture, $"{standing.Standing.Name}: {standing.Live}")));

    private IEnumerable<(StandingCount Standing, double From, double Width)> Segments
    {
        get
        {
            var from = 0.0;
            foreach (var standing in Standings.Where(standing => standing.Live > 0))
            {
                var width = 100.0 * standing.Live / Live;
                yield return (standing, from, width);
                from += width;
            }
        }
    }

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
