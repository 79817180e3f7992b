using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>A table as a sheet of a workbook, for reading: states are marked beside their word, and no cell is taken for a formula.</summary>
internal static class SheetTable
{
    private const double Widest = 60;
    private const double ForDates = 24;
    private const double ForStates = 36;

    /// <param name="table">The table.</param>
    /// <param name="name">The sheet's name.</param>
    /// <param name="banner">What stands above it.</param>
    /// <param name="frozen">How many columns stay in sight.</param>
    public static WorkbookSheet Of(Table table, string name, string banner, int frozen = 1)
    {
        ImmutableArray<ImmutableArray<string>> rows = [.. table.Rows];
        return new WorkbookSheet
        {
            Name = name,
            Banner = banner,
            IsView = true,
            FrozenColumns = frozen,
            Columns = [.. table.Columns.Select((column, at) => new WorkbookColumn(column.Name)
            {
                Width = Width(column, rows.Length == 0 ? 0 : rows.Max(row => row[at].Length)),
                IsWrapped = column.Kind is ColumnKind.Text,
            })],
            Rows = [.. rows.Select(row => new WorkbookRow(
                [.. row.Select((cell, at) => table.Columns[at].Kind is ColumnKind.Number ? cell : Cells.Neutral(cell))],
                [.. row.Select((cell, at) => table.Columns[at].Kind is ColumnKind.State ? Mark(cell) : CellMark.None)]))],
        };
    }

    private static double Width(Column column, int longest) => Math.Clamp(
        longest + 2, 12, column.Kind switch { ColumnKind.Text => Widest, ColumnKind.State => ForStates, _ => ForDates });

    private static CellMark Mark(string state) =>
        (ReviewStanding.All.FirstOrDefault(standing => standing.Name == state)?.Tone ?? StateMark.Of(state)) switch
        {
            StateTone.Wrong => CellMark.Wrong,
            StateTone.Soon => CellMark.Soon,
            StateTone.Open => CellMark.Open,
            StateTone.Still => CellMark.Still,
            StateTone.Good => CellMark.Good,
            _ => CellMark.None,
        };
}
