using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>Rows that were read, the headings first, as the sheet of a table. What an export added beside the table is taken off.</summary>
internal static class SheetForm
{
    private const int HeadingRow = 1;

    /// <exception cref="RefusedFileException">There are no headings.</exception>
    public static Sheet Of(ImmutableArray<SheetRow> rows, string file, string? name, TableName table, string? itemKind)
    {
        if (rows is not [{ Number: HeadingRow, Troubles.IsEmpty: true } headings, .. var others])
        {
            throw new RefusedFileException(new Mistake(file, HeadingRow, null, null, "the headings of the columns in the first row") { Sheet = name });
        }

        // Headings are words, so their case and the blanks around them count for nothing.
        ImmutableArray<string> columns = [.. headings.Cells.Select(heading => heading.Trim().ToLowerInvariant())];
        var (version, wrong) = (columns.IndexOf(TableColumns.AsExported), columns.IndexOf(TableColumns.WhatIsWrong));
        if (version >= 0 || wrong >= 0)
        {
            columns = Without(columns, version, wrong);
            others = [.. others.Select(row => Taken(row, version, wrong)).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))];
        }

        return new Sheet { File = file, Name = name, Table = table, ItemKind = itemKind, Columns = columns, Rows = [.. others.Select(Refused)] };
    }

    /// <summary>What a marked copy says of a cell that was refused is refused again, also where any text would do.</summary>
    private static SheetRow Refused(SheetRow row) => !row.Cells.Any(NotTaken.Is) ? row : row with
    {
        Troubles = [.. row.Troubles, .. Enumerable.Range(0, row.Cells.Length).Where(at => NotTaken.Is(row.Cells[at])).Select(at => new CellTrouble(at, NotTaken.Expected))],
    };

    private static SheetRow Taken(SheetRow row, int version, int wrong) => row with
    {
        Cells = Without(row.Cells, version, wrong),
        AsExported = version >= 0 && version < row.Cells.Length && row.Cells[version].Trim() is { Length: > 0 } said ? said : null,
        Troubles = [.. row.Troubles.Where(trouble => trouble.Column != version && trouble.Column != wrong)],
    };

    /// <summary>The places stay as they are, so that a cell is told by the column in which it stands.</summary>
    private static ImmutableArray<string> Without(ImmutableArray<string> cells, int one, int other)
    {
        cells = one >= 0 && one < cells.Length ? cells.SetItem(one, "") : cells;
        return other >= 0 && other < cells.Length ? cells.SetItem(other, "") : cells;
    }
}
