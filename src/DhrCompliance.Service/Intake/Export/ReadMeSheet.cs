using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>The first sheet of the register's workbook: what it is, and how to work in it.</summary>
internal static class ReadMeSheet
{
    public static WorkbookSheet Of(DateOnly asOf, ImmutableArray<Sheet> tables) => new()
    {
        Name = RegisterViews.ReadMe,
        IsProse = true,
        IsView = true,
        Columns = [new WorkbookColumn(FormattableString.Invariant($"The register of reviews, as it stood on {asOf:yyyy-MM-dd}")) { Width = 110, IsWrapped = true }],
        Rows = [.. Lines(tables).Select(line => new WorkbookRow([line]))],
    };

    private static IEnumerable<string> Lines(ImmutableArray<Sheet> tables) =>
    [
        "",
        "This workbook is a copy of the register. Change it, save it as .xlsx, and hand it in: put it into the intake folder, where there is one, or import it with 'dhr import' (look first with --dry-run). 'dhr import' writes nothing unless every row is right, or --partial is given; the intake folder takes the right rows and gives the others back.",
        $"'{RegisterViews.Reviews}' and '{RegisterViews.Deadlines}' are for reading: they are made of the other sheets, and nothing typed there is imported.",
        "",
        $"Three sheets are to be filled in; a row of which nothing is filled in asks for nothing. What was exported and is none of their last columns is for reading.",
        $"'{FormSheets.Of(FormName.Acknowledge)}': what was told and still stands. Who acknowledges it, until when ('at-most' is the latest day) and why: its repeats are held back until then, the next step of its path never is.",
        $"'{FormSheets.Of(FormName.Release)}': mails that wait for a named person. The name of who releases it: it is written as of the day of the import, and sent. Nothing is released by an empty cell.",
        $"'{FormSheets.Of(FormName.Questions)}': what is missing, the most useful first. The answer, and for a date where it is known from; what contradicts itself is put right on the sheet '{SheetNames.Of(TableName.Events)}'.",
        "",
        $"These sheets are imported: {string.Join(", ", tables.Select(sheet => sheet.Name))}.",
        "",
        "To add something: a new row below the others. Leave 'id' empty; it gets one.",
        "To correct an event: change its row and say in 'note' why, in other words than before. To say that it did not happen: 'yes' in 'withdrawn', and why in 'note'.",
        "An empty cell says nothing and a missing row deletes nothing. The word 'unknown' empties a cell.",
        "",
        "Dates are text: 2026-03-31; a month 2026-03; a year 2026; 'by 2026-03'; 'after 2026-03'; from/to 2026-03/2026-05; empty where it happened and nobody knows when.",
        "The cells are set as text for that. A cell that a spreadsheet shows as a date is read as the day, month or year that it shows; a formula is refused: paste it as a value.",
        "Cells must not be merged. Columns and rows may be sorted, filtered and hidden; a column that is not needed may be deleted, but none that says which row is meant (id, reference, partnership, event, kind, ...).",
        "A text that begins with = + - @ has an apostrophe in front, so that nothing runs it; the import takes it off again.",
        "",
        $"The hidden column '{TableColumns.AsExported}' says which version of a row this is. If somebody else changed the row in the register since, what you changed here is refused cell by cell, with what stands there now; what you did not touch never overwrites anything.",
        "",
        "No names of victims, relatives, children or suspects belong into this workbook or into the register. Keep it where the register may be kept.",
    ];
}
