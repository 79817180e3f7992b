using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>Values by column as a sheet, its columns and rows in an order that depends on nothing but them.</summary>
internal static class SheetMaking
{
    /// <param name="table">The table.</param>
    /// <param name="words">The words, for the columns of the vocabulary.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="itemKind">The kind of all of them, where they are items of one.</param>
    /// <param name="name">The sheet's name in a workbook; null: a CSV file of its own.</param>
    public static Sheet Make(TableName table, KnownWords words, IEnumerable<Dictionary<string, string>> rows, string? itemKind = null, string? name = null)
    {
        // Numbers at the end of ids have no leading zeros, so that a shorter key comes first.
        ImmutableArray<Dictionary<string, string>> values =
        [
            .. Keys(table).Aggregate(
                rows.OrderBy(_ => 0),
                (sorted, column) => sorted.ThenBy(row => column == TableColumns.Id ? row[column].Length : 0).ThenBy(row => row.GetValueOrDefault(column, ""), StringComparer.Ordinal)),
        ];
        ImmutableArray<string> columns =
        [
            .. TableColumns.Of(table, words).Select(column => column.Name)
                .Concat(Vocabulary(table, words, itemKind))
                .Concat(values.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Where(column => itemKind is null || column != TableColumns.Kind),
        ];
        return new Sheet
        {
            File = SheetNames.Of(table) + RegisterSheets.Ending,
            Name = name,
            Table = table,
            ItemKind = itemKind,
            Columns = columns,
            Rows = [.. values.Select((row, index) => new SheetRow(index + 2, [.. columns.Select(column => CellText.Write(row.GetValueOrDefault(column, "")))]))],
        };
    }

    private static string[] Keys(TableName table) =>
        table is TableName.Items or TableName.Events ? [TableColumns.Reference, TableColumns.Id] : RowKey.Columns(table);

    private static IEnumerable<string> Vocabulary(TableName table, KnownWords words, string? itemKind) => table switch
    {
        TableName.Cases => words.Vocabulary.Facts.Where(fact => fact.Of is null).Select(fact => fact.Name),
        TableName.Items => words.Vocabulary.Facts.Where(fact => fact.Of is not null && (itemKind is null || fact.Of == itemKind)).Select(fact => fact.Name),
        TableName.Events => words.Vocabulary.Events.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name),
        _ => [],
    };
}
