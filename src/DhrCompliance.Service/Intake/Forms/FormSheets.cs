using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Forms;

/// <summary>Which sheets are forms, and what was filled in on them.</summary>
internal static class FormSheets
{
    /// <summary>The names of the sheets.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<FormName>().Select(Of)];

    public static string Of(FormName form) => Words.Of(form);

    /// <summary>The form that a sheet of this name is; null: none.</summary>
    public static FormName? Named(string name) =>
        Enum.GetValues<FormName>().Select(form => (FormName?)form).FirstOrDefault(form => Of(form!.Value).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The form; null where the sheet only has the name of one: there is nothing to fill in on it.</summary>
    /// <exception cref="RefusedFileException">A column that says which row is meant is missing.</exception>
    public static Form? Read(FormName name, RawSheet raw)
    {
        if (raw.Rows is not [{ Number: 1, Troubles.IsEmpty: true } headings, ..] || FormColumns.FilledIn(name).Any(column => !headings.Cells.Any(cell => Is(cell, column))))
        {
            return null;
        }

        var sheet = SheetForm.Of(raw.Rows, raw.File, raw.SheetName, TableName.Events, null);
        return FormColumns.Keys(name).FirstOrDefault(column => sheet.Place(column) < 0) is { } missing
            ? throw new RefusedFileException(sheet.Wrong(1, missing, null, "this column, as 'dhr export' writes it: export the workbook again"))
            : new Form(name, sheet);
    }

    /// <summary>The rows of a form in which something was filled in.</summary>
    public static IEnumerable<FormRow> Filled(Form form, ICollection<Mistake> mistakes) =>
        form.Sheet.Rows.Select(row => new FormRow(form, row, mistakes)).Where(row => FormColumns.FilledIn(form.Name).Any(row.Says));

    private static bool Is(string heading, string column) => heading.Trim().Equals(column, StringComparison.OrdinalIgnoreCase);
}
