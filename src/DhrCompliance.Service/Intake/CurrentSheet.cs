using System.Collections.Immutable;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake;

/// <summary>A table that was written with earlier words, in the words of today: the headings that are facts, and the cells that hold words.</summary>
internal static class CurrentSheet
{
    public static Sheet Of(Sheet sheet, KnownWords words, CurrentNames names)
    {
        if (names.AreAll)
        {
            return sheet;
        }

        ImmutableArray<string> columns = [.. sheet.Columns.Select(column => Heading(column, sheet, words, names))];
        return new Sheet
        {
            File = sheet.File,
            Name = sheet.Name,
            Headings = sheet.Headings,
            Table = sheet.Table,
            ItemKind = sheet.ItemKind,

            // Two headings that mean the same are left as they are, to be told as what they are: one known, and one not.
            Columns = columns.Distinct(StringComparer.Ordinal).Count() == columns.Length ? columns : sheet.Columns,
            Rows = [.. sheet.Rows.Select(row => row with { Cells = Cells(row.Cells, sheet, words, names) })],
        };
    }

    private static string Heading(string column, Sheet sheet, KnownWords words, CurrentNames names)
    {
        string?[] kinds = sheet.Table switch
        {
            TableName.Cases => [null],
            TableName.Items when sheet.ItemKind is { } kind => [kind],
            TableName.Items => [.. words.Vocabulary.Items.Select(item => item.Name)],
            _ => [],
        };
        return kinds.Select(kind => names.Fact(column, kind)).Where(now => now != column).Distinct(StringComparer.Ordinal).ToList() is [var now]
            && !kinds.Any(kind => words.Vocabulary.Facts.Any(fact => fact.Of == kind && fact.Name == column)) ? now : column;
    }

    private static ImmutableArray<string> Cells(ImmutableArray<string> cells, Sheet sheet, KnownWords words, CurrentNames names)
    {
        switch (sheet.Table)
        {
            case TableName.Contacts:
                return With(cells, sheet, TableColumns.Role, names.Role);
            case TableName.Items:
                return With(cells, sheet, TableColumns.Kind, names.Item);
            case TableName.Events:
                cells = With(cells, sheet, TableColumns.Event, names.Event);
                var at = sheet.Place(TableColumns.Event);
                if (at < 0 || at >= cells.Length || words.Event(cells[at].Trim()) is not { } kind)
                {
                    return cells;
                }

                return kind.Attributes.Aggregate(cells, (row, type) => With(row, sheet, type.Name, value =>
                    names.Attributes(ImmutableDictionary<string, string>.Empty.Add(type.Name, value), kind.Name)[type.Name]));
            default:
                return cells;
        }
    }

    private static ImmutableArray<string> With(ImmutableArray<string> cells, Sheet sheet, string column, Func<string, string> now)
    {
        var at = sheet.Place(column);
        return at < 0 || at >= cells.Length || now(cells[at].Trim()) is var word && word == cells[at].Trim() ? cells : cells.SetItem(at, word);
    }
}
