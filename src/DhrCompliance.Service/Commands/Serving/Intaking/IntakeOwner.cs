using System.Collections.Immutable;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands.Serving.Intaking;

/// <summary>Which partnership's team is to be told of what was handed in.</summary>
internal static class IntakeOwner
{
    private static readonly string[] Columns = [TableColumns.Reference, TableColumns.Partnership, TableColumns.Case, FormColumns.Review];

    /// <summary>The only partnership that the rows with a mistake are about, or, where they tell of none, all rows; empty: none, or several.</summary>
    public static string Of(IncomingRegister incoming, IReadOnlyCollection<Mistake> mistakes, RegisterRows existing)
    {
        var of = existing.Cases.Select(row => (Name: row.Reference, row.Partnership)).Concat(existing.Partnerships.Select(row => (Name: row.Id, Partnership: row.Id)))
            .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Partnership, StringComparer.Ordinal);
        ImmutableArray<Sheet> sheets = [.. incoming.Sheets, .. incoming.Forms.Select(form => form.Sheet)];
        var wrong = mistakes.Where(mistake => mistake.Row is not null).Select(mistake => (mistake.File, mistake.Sheet, mistake.Row)).ToHashSet();
        return Only(sheets.SelectMany(sheet => sheet.Rows.Where(row => wrong.Contains((sheet.File, sheet.Name, row.Number))).SelectMany(row => Named(sheet, row))), of)
            ?? Only(sheets.SelectMany(sheet => sheet.Rows.SelectMany(row => Named(sheet, row))), of) ?? "";
    }

    private static string? Only(IEnumerable<string> names, Dictionary<string, string> of) =>
        names.Select(name => of.GetValueOrDefault(name)).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() switch
        {
            [] => null,
            [var only] => only,
            _ => "",
        };

    private static IEnumerable<string> Named(Sheet sheet, SheetRow row) =>
        Columns.Append(sheet.Table is TableName.Partnerships ? TableColumns.Id : FormColumns.Review).Select(sheet.Place).Where(at => at >= 0 && at < row.Cells.Length).Select(at => row.Cells[at].Trim());
}
