namespace DhrCompliance.Service.Reports.Tables;

/// <summary>A table as lines for other programs and for reading aloud: a header, then a row a line, cells apart by tabs, no box drawing.</summary>
public static class ListTable
{
    public static void Write(TextWriter output, Table table)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(table);
        Line(output, table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            Line(output, row);
        }
    }

    private static void Line(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join('\t', cells.Select(Cells.OneLine)));
        output.Write('\n');
    }
}
