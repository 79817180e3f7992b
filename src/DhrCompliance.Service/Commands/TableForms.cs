using System.CommandLine;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands;

/// <summary>A table in the forms that other programs read, the same for every command that shows one.</summary>
internal static class TableForms
{
    public const string Sheet = "xlsx";

    /// <summary>The form that was asked for; where none was, the one that the ending of the file's name says, if it is one of these.</summary>
    public static string Of(ParseResult parsed, Option<string> format, string? path, params IReadOnlyList<string> forms)
    {
        var asked = parsed.GetValue(format)!;
        var isAsked = parsed.GetResult(format) is { Implicit: false };
        var ending = Path.GetExtension(path ?? "").TrimStart('.').ToLowerInvariant();
        return !isAsked && forms.Contains(ending) ? ending : asked;
    }

    /// <summary>Writes a table as CSV, as a list or as a workbook; false: the form is none of these, and nothing was written.</summary>
    public static bool Write(Invocation invocation, string? path, string form, Table table)
    {
        switch (form)
        {
            case "csv":
                Documents.WriteText(path, invocation, text => CsvTable.Write(text, table));
                return true;
            case "list":
                Documents.WriteText(path, invocation, text => ListTable.Write(text, table));
                return true;
            case Sheet:
                WriteBook(invocation, path, () => [SheetTable.Of(table, table.Title.Split(' ')[0].ToLowerInvariant(), Banner(table))]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes sheets as a workbook. Throws <see cref="UsageException"/> where no file is named, or a sheet is too long.</summary>
    public static void WriteBook(Invocation invocation, string? path, Func<IReadOnlyList<WorkbookSheet>> sheets)
    {
        if (path is null)
        {
            throw new UsageException("A workbook is no text: name the file to write, such as --out table.xlsx.");
        }

        try
        {
            Documents.Write(path, invocation, stream => WorkbookWriter.Write(new Workbook([.. sheets()]), stream));
        }
        catch (InvalidDataException)
        {
            throw new UsageException("A sheet takes 1,048,576 rows, and this would have more: narrow it (--partnership, --case, --state), or take --format csv.");
        }
    }

    /// <summary>What stands above a sheet.</summary>
    public static string Banner(Table table) => $"{table.Title}. For reading: what is typed on this sheet is not imported.";
}
