namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>How much of a workbook may still be taken, over all its sheets.</summary>
internal sealed class CellBudget(ImportLimits limits, Func<RefusedFileException> tooMany)
{
    // A row is kept up to its last cell: few cells far to the right must not weigh more than many.
    private const int EmptyBesideEach = 8;

    private long _cells;
    private long _width;

    public void Row(int number, Func<int?, string, RefusedFileException> refused)
    {
        if (number > limits.Rows + 1)
        {
            throw refused(number, FormattableString.Invariant($"at most {limits.Rows} rows in a sheet; split it"));
        }
    }

    public void Cell(int column, int row, Func<int?, string, RefusedFileException> refused)
    {
        if (column >= limits.Columns)
        {
            throw refused(row, FormattableString.Invariant($"at most {limits.Columns} columns, and there is a cell in column {DhrCompliance.Service.Workbooks.CellName.Column(column)}"));
        }

        if (++_cells > limits.Cells)
        {
            throw tooMany();
        }
    }

    public void Width(int cells)
    {
        _width += cells;
        if (_width > (long)limits.Cells * EmptyBesideEach)
        {
            throw tooMany();
        }
    }
}
