using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>A CSV file as the sheet of a table.</summary>
internal static class CsvSheet
{
    /// <summary>Reads it. The headings are the first row.</summary>
    /// <exception cref="RefusedFileException">The file cannot be read as a whole.</exception>
    public static Sheet Read(Stream stream, string file, TableName table, string? itemKind, ImportLimits limits)
    {
        var rows = CsvRows.Read(stream, file, limits);
        var sheet = SheetForm.Of(rows, file, null, table, itemKind);
        RefuseOtherSeparator(sheet.Columns, file);
        return sheet;
    }

    private static void RefuseOtherSeparator(ImmutableArray<string> columns, string file)
    {
        if (columns is [{ } only] && only.AsSpan().IndexOfAny(';', '\t', '|') >= 0)
        {
            throw Refused(file, 1, "columns separated by commas", only);
        }
    }

    private static RefusedFileException Refused(string file, int? row, string expected, string? value = null) =>
        new(new Mistake(file, row, null, value, expected));
}
