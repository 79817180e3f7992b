using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>
/// What was handed in, as a workbook whose wrong cells are marked and explained beside their row: it is mended there and handed in again. The mistakes
/// stand on its first sheet as a table, too.
/// </summary>
internal static class MarkedCopy
{
    private const string RowHere = "row here";

    public static Workbook Of(IncomingRegister incoming, IReadOnlyCollection<Mistake> mistakes, KnownWords words)
    {
        var places = new Dictionary<Mistake, int>(ReferenceEqualityComparer.Instance);
        ImmutableArray<WorkbookSheet> sheets =
        [
            .. incoming.Forms.Select(form => Marked(form.Sheet, mistakes, FormHelp.Of(form.Name, form.Sheet.Columns), places)),
            .. incoming.Sheets.Select(sheet => Marked(sheet, mistakes, new ColumnHelp(words).Of(sheet), places)),
        ];
        return new Workbook([Table(mistakes, places), .. sheets]);
    }

    private static WorkbookSheet Table(IReadOnlyCollection<Mistake> mistakes, Dictionary<Mistake, int> places) => new()
    {
        Name = RegisterViews.Mistakes,
        Banner = "What is wrong. The sheets that follow are a copy of what was handed in, its wrong cells marked: mend them there, save it as .xlsx and import it. The rest of the workbook was not copied.",
        IsView = true,
        Columns =
        [
            .. MistakeReport.Columns.Select(name => new WorkbookColumn(name) { Width = name == MistakeReport.Columns[^1] ? 80 : name is "row" ? 8 : 22, IsWrapped = name != "row" }),
            new WorkbookColumn(RowHere) { Width = 10 },
        ],
        Rows = [.. mistakes.Select(mistake => new WorkbookRow(
            [.. MistakeReport.Row(mistake).Select(CellText.Write), places.TryGetValue(mistake, out var row) ? row.ToString(CultureInfo.InvariantCulture) : ""]))],
    };

    private static WorkbookSheet Marked(Sheet sheet, IEnumerable<Mistake> mistakes, ImmutableArray<WorkbookColumn> shown, Dictionary<Mistake, int> places)
    {
        var wrong = mistakes.Where(mistake => mistake.File == sheet.File && mistake.Sheet == sheet.Name && mistake.Row is not null).ToLookup(mistake => mistake.Row!.Value);
        var isExported = sheet.Rows.Any(row => row.AsExported is not null);
        var rows = ImmutableArray.CreateBuilder<WorkbookRow>(sheet.Rows.Length);
        var width = Math.Max(sheet.Columns.Length, sheet.Rows.Select(row => row.Cells.Length).DefaultIfEmpty().Max());
        foreach (var row in sheet.Rows)
        {
            Mistake[] here = [.. row.Number is { } number ? wrong[number] : []];
            Array.ForEach(here, mistake => places[mistake] = rows.Count + 2);
            rows.Add(Row(sheet, row, here, width, isExported));
        }

        return new WorkbookSheet
        {
            Name = Name(sheet),
            FrozenColumns = 2,
            Columns =
            [
                new WorkbookColumn(TableColumns.WhatIsWrong) { Width = 44, IsWrapped = true },
                .. shown,
                .. Enumerable.Repeat(new WorkbookColumn(""), width - sheet.Columns.Length),
                .. isExported ? [new WorkbookColumn(TableColumns.AsExported) { IsHidden = true }] : Array.Empty<WorkbookColumn>(),
            ],
            Rows = rows.MoveToImmutable(),
        };
    }

    private static WorkbookRow Row(Sheet sheet, SheetRow row, Mistake[] mistakes, int width, bool isExported)
    {
        var cells = new string[width + 1 + (isExported ? 1 : 0)];
        var marks = new CellMark[cells.Length];
        Array.Fill(cells, "");
        for (var at = 0; at < row.Cells.Length; at++)
        {
            cells[at + 1] = row.Troubles.Any(trouble => trouble.Column == at) ? Fitting(NotTaken.Write(row.Cells[at])) : Safe(row.Cells[at]);
        }

        foreach (var mistake in mistakes)
        {
            marks[0] = CellMark.Wrong;
            if (mistake.Column is { } column && (sheet.Place(column) is >= 0 and var at || IsNumber(column, width, out at)))
            {
                marks[at + 1] = CellMark.Wrong;
            }
        }

        cells[0] = CellText.Write(string.Join("; ", mistakes.Select(mistake => $"{(mistake.Column is { } column ? $"{Mistake.Shown(column)}: " : "")}expected {mistake.Expected}")));
        if (isExported)
        {
            cells[^1] = row.AsExported ?? "";
        }

        return new WorkbookRow([.. cells], [.. marks]);
    }

    /// <summary>A cell without a heading is told by its number, from 1.</summary>
    private static bool IsNumber(string column, int width, out int at)
    {
        var isNumber = int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out at) && at >= 1 && at <= width;
        at--;
        return isNumber;
    }

    /// <summary>As it was handed in, so that an import reads the same; what a program could run gets the apostrophe that an import takes off.</summary>
    private static string Safe(string cell) =>
        cell.Length == 0 || cell[0] == '\'' || cell.Trim().Equals(CellText.Unknown, StringComparison.OrdinalIgnoreCase) || cell.Length >= SheetXml.LongestCell ? cell : CellText.Write(cell);

    private static string Fitting(string cell) => cell.Length <= SheetXml.LongestCell ? cell : cell[..SheetXml.LongestCell];

    private static string Name(Sheet sheet)
    {
        var name = sheet.Name ?? Path.GetFileNameWithoutExtension(sheet.File);
        return name.Length <= WorkbookSheet.LongestName ? name : SheetNames.Of(sheet.Table);
    }
}
