using System.Globalization;
using CsvHelper;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>A table as comma-separated values (RFC 4180): a header, then a row a line. No cell is taken for a formula.</summary>
public static class CsvTable
{
    public static void Write(TextWriter output, Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var csv = CsvWriter.Create(output, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            csv.WriteField(Cells.Neutral(column.Name));
        }

        csv.EndRecord();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                csv.WriteField(IsNumber(table.Columns[i], row[i]) ? row[i] : Cells.Neutral(row[i]));
            }

            csv.EndRecord();
        }

        csv.Flush();
    }

    // A negative number in a column of numbers is no formula.
    private static bool IsNumber(Column column, string cell) =>
        column.Kind is ColumnKind.Number && int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
