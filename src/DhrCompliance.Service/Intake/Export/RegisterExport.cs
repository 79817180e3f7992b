using System.Collections.Immutable;
using CsvHelper;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>Writes the register to a folder of CSV files: UTF-8 without a mark, lines ending in LF, every id, withdrawn events too.</summary>
internal static class RegisterExport
{
    private const string HistoryFolder = "history";

    private static readonly CsvWriterOptions Form = new() { NewLine = "\n" };

    /// <summary>
    /// Writes all files; those of the same names are replaced, each in one step. With <paramref name="history"/> every version
    /// of every row goes to a folder of its own beside them, which an import does not read.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static ExportOutcome Write(RegisterRows rows, KnownWords words, string folder, IEnumerable<RegisterRows>? history = null)
    {
        var sheets = RegisterSheets.Of(new CurrentRows(rows, words.Names).Rows, words);
        Directory.CreateDirectory(folder);
        var files = ImmutableArray.CreateBuilder<ExportedFile>();
        foreach (var sheet in sheets)
        {
            files.Add(WriteSheet(sheet, folder, ""));
        }

        if (history is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder, HistoryFolder));
            foreach (var sheet in RegisterSheets.Of(Joined(history), words, isHistory: true))
            {
                files.Add(WriteSheet(sheet, Path.Combine(folder, HistoryFolder), HistoryFolder + "/"));
            }
        }

        var written = sheets.Select(sheet => sheet.File).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var beside = Directory.EnumerateFiles(folder, "*" + RegisterSheets.Ending).Select(file => Path.GetFileName(file)!)
            .Where(file => !written.Contains(file) && SheetNames.Table(Path.GetFileNameWithoutExtension(file), words, out _) is not null)
            .Order(StringComparer.Ordinal);
        return new ExportOutcome(files.ToImmutable(), [.. beside]);
    }

    /// <summary>One sheet as CSV.</summary>
    public static void WriteCsv(Sheet sheet, Stream stream)
    {
        using var writer = CsvWriter.Create(stream, Form, leaveOpen: true);
        writer.WriteRecord(sheet.Columns.AsSpan());
        foreach (var row in sheet.Rows)
        {
            writer.WriteRecord(row.Cells.AsSpan());
        }

        writer.Flush();
    }

    private static RegisterRows Joined(IEnumerable<RegisterRows> history)
    {
        RegisterRows[] parts = [.. history];
        return new RegisterRows
        {
            Partnerships = [.. parts.SelectMany(part => part.Partnerships)],
            Protocols = [.. parts.SelectMany(part => part.Protocols)],
            Contacts = [.. parts.SelectMany(part => part.Contacts)],
            Cases = [.. parts.SelectMany(part => part.Cases)],
            CasePartnerships = [.. parts.SelectMany(part => part.CasePartnerships)],
            Items = [.. parts.SelectMany(part => part.Items)],
            Events = [.. parts.SelectMany(part => part.Events)],
        };
    }

    private static ExportedFile WriteSheet(Sheet sheet, string folder, string shown)
    {
        var path = Path.Combine(folder, sheet.File);
        var temporary = path + ".writing";
        File.Delete(temporary);
        using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            WriteCsv(sheet, stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return new ExportedFile(shown + sheet.File, sheet.Rows.Length);
    }
}
