using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>
/// The register as the sheets of a workbook, one a table and one an item kind. Each row carries which version of it was exported, in a
/// hidden column, so that a workbook that lay about is not taken over what is newer.
/// </summary>
internal static class RegisterWorkbook
{
    private static readonly TableName[] Order =
        [TableName.Cases, TableName.Events, TableName.Items, TableName.Contacts, TableName.Partnerships, TableName.Protocols, TableName.CasePartnerships];

    public static ImmutableArray<Sheet> Sheets(RegisterRows stored, KnownWords words)
    {
        var versions = new ExportedVersions(stored, words.Names);
        return [.. Order.SelectMany(table => table is TableName.Items ? Items(versions, words) : [SheetMaking.Make(table, words, Marked(versions, table), name: SheetNames.Of(table))])];
    }

    /// <summary>A sheet as it is shown.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="words">The words, for the drop-downs.</param>
    /// <param name="tooLong">Takes the cells that a workbook cannot hold: they are left empty, which an import takes for nothing said.</param>
    public static WorkbookSheet Shown(Sheet sheet, KnownWords words, ICollection<string> tooLong) => new()
    {
        Name = sheet.Name ?? SheetNames.Of(sheet.Table),
        FrozenColumns = sheet.Columns.IndexOf(TableColumns.Reference) is >= 0 and < 2 and var at ? at + 1 : 1,
        Columns = new ColumnHelp(words).Of(sheet),
        Rows = [.. sheet.Rows.Select(row => new WorkbookRow([.. row.Cells.Select((cell, column) => Fitting(cell, sheet, row, column, tooLong))]))],
    };

    private static IEnumerable<Dictionary<string, string>> Marked(ExportedVersions versions, TableName table) => versions.Rows(table).Select(row =>
    {
        row.Values[TableColumns.AsExported] = row.Version;
        return row.Values;
    });

    private static IEnumerable<Sheet> Items(ExportedVersions versions, KnownWords words)
    {
        var byKind = Marked(versions, TableName.Items).ToLookup(row => row[TableColumns.Kind], StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in words.Vocabulary.Items)
        {
            if (SheetNames.OfItems(kind.Name, words) is { } name)
            {
                named.Add(kind.Name);
                yield return SheetMaking.Make(TableName.Items, words, byKind[kind.Name], kind.Name, name);
            }
        }

        // Kinds whose name is no sheet's, and those that the vocabulary has lost.
        if (byKind.Where(rows => !named.Contains(rows.Key)).SelectMany(rows => rows).ToList() is { Count: > 0 } others)
        {
            yield return SheetMaking.Make(TableName.Items, words, others, name: SheetNames.Of(TableName.Items));
        }
    }

    private static string Fitting(string cell, Sheet sheet, SheetRow row, int column, ICollection<string> tooLong)
    {
        if (cell.Length <= SheetXml.LongestCell)
        {
            return cell;
        }

        tooLong.Add(sheet.Wrong(row.Number, sheet.Columns[column], null, "").Place);
        return "";
    }
}
