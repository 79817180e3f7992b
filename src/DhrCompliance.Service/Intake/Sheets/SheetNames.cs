using DhrCompliance.Assessments;

namespace DhrCompliance.Service.Intake.Sheets;

/// <summary>Which table a file fills, by its name: a table's name, or an item kind's in the singular or plural.</summary>
internal static class SheetNames
{
    /// <summary>The name of a table's file, without its ending.</summary>
    public static string Of(TableName table) => Words.Of(table);

    /// <summary>The table that a name stands for, or null where it stands for none.</summary>
    /// <param name="name">The name without its ending.</param>
    /// <param name="words">The words, for the item kinds.</param>
    /// <param name="itemKind">The item kind that the name says, if it does.</param>
    public static TableName? Table(string name, KnownWords words, out string? itemKind)
    {
        itemKind = null;
        foreach (var table in Enum.GetValues<TableName>())
        {
            if (name.Equals(Of(table), StringComparison.OrdinalIgnoreCase))
            {
                return table;
            }
        }

        itemKind = words.Vocabulary.Items.FirstOrDefault(item => item.Was.Prepend(item.Name).Any(kind =>
            name.Equals(kind, StringComparison.OrdinalIgnoreCase) || name.Equals(Plural(kind), StringComparison.OrdinalIgnoreCase)))?.Name;
        return itemKind is null ? null : TableName.Items;
    }

    /// <summary>The name of an item kind's sheet in a workbook; null where it would stand for something else, or is too long.</summary>
    public static string? OfItems(string kind, KnownWords words) => Plural(kind) is { Length: <= Workbooks.WorkbookSheet.LongestName } name
        && Table(name, words, out var meant) is TableName.Items && meant == kind && !RegisterViews.Names.Concat(Forms.FormSheets.Names).Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;

    private static string Plural(string word) =>
        word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies" : word + "s";
}
