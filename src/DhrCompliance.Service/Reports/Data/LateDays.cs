using System.Collections.Immutable;
using DhrCompliance.Assessments;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>How late a row is, in three fields: so many days; or, where that is not certain, at least and at most so many.</summary>
internal static class LateDays
{
    public static ImmutableArray<Field> Fields(string? heading = null) =>
        [new("days late", FieldKind.Number, heading), new("days late at least", FieldKind.Number), new("days late at most", FieldKind.Number)];

    /// <param name="row">The row.</param>
    /// <param name="shown">How a page says it.</param>
    public static ImmutableArray<Datum> Of(TimescaleResult row, string? shown = null)
    {
        var (fewest, most) = (row.DaysLateAtLeast, row.DaysLateAtMost);
        return
        [
            Datum.Number(fewest == most ? fewest : null, shown), Datum.Number(fewest), Datum.Number(most == int.MaxValue ? null : most),
        ];
    }
}
