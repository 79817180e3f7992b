using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>Which row of somebody's sheet has the headings: often a title and a line or two stand above it.</summary>
internal static class HeadingsRow
{
    private const int RowsLooked = 30;
    private const int Fewest = 2;

    // A line above the headings has a few cells, a row below them days and gaps.
    private const double Enough = 0.6;

    /// <summary>The row; null where there is none.</summary>
    public static SheetRow? Of(RawSheet sheet)
    {
        var counted = sheet.Rows.Take(RowsLooked).Select(row => (Row: row, Words: row.Cells.Count(cell => cell.Any(char.IsLetter)))).ToList();
        var most = counted.Select(one => one.Words).DefaultIfEmpty().Max();
        return most < Fewest ? null : counted.First(one => one.Words >= Fewest && one.Words >= most * Enough).Row;
    }
}
