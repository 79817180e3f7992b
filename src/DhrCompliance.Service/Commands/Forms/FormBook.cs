using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands.Forms;

/// <summary>A row of a form as it is exported: what stands in it, by column, and what is offered where it is filled in.</summary>
/// <param name="Cells">What says which row it is, and what it is.</param>
/// <param name="Version">How it stood at the export; null: that does not matter.</param>
internal sealed record FormLine(IReadOnlyDictionary<string, string> Cells, string? Version = null)
{
    /// <summary>How the answer is filled in; null: nothing is said.</summary>
    public Column? Answer { get; init; }
}

/// <summary>A form as a sheet of a workbook: what is to be filled in is marked.</summary>
internal static class FormBook
{
    public static WorkbookSheet Of(FormName form, IEnumerable<FormLine> lines)
    {
        var columns = FormColumns.All(form);
        ImmutableArray<CellMark> marks = [.. columns.Select(column => FormColumns.FilledIn(form).Contains(column) ? CellMark.Soon : CellMark.None)];
        return new WorkbookSheet
        {
            Name = FormSheets.Of(form),
            FrozenColumns = 2,
            Columns = FormHelp.Of(form, columns),
            Rows = [.. lines.Select(line => new WorkbookRow([.. columns.Select(column => CellText.Write(column == TableColumns.AsExported ? line.Version ?? "" : line.Cells.GetValueOrDefault(column, "")))], marks)
            {
                Help = line.Answer is not { } answer ? null : new CellHelp(columns.IndexOf(FormColumns.Answer), ColumnHelp.Choices(answer), ColumnHelp.Prompt(answer)),
            })],
        };
    }
}
