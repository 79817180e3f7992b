using System.Collections.Immutable;
using System.IO.Compression;
using DhrCompliance.Service.Intake.Reading.Workbooks;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>Reads what <c>dhr import</c> is given: a folder of CSV files, a ZIP of them, one of them, or a workbook.</summary>
internal static class ImportFolder
{
    private const string Ending = ".csv";
    private const string Workbook = ".xlsx";
    private const string Forms = "a folder of CSV files, a ZIP of them, a CSV file, or a workbook (.xlsx)";

    /// <summary>Reads it. What cannot be read is among the mistakes; nothing is thrown for it.</summary>
    public static IncomingRegister Read(string path, KnownWords words, ImportLimits? limits = null)
    {
        var reading = new Reading(words, limits ?? ImportLimits.Usual);
        try
        {
            if (Directory.Exists(path))
            {
                ReadFolder(path, reading);
            }
            else if (!File.Exists(path))
            {
                reading.Wrong(path, $"{Forms}; there is nothing of this name");
            }
            else if (OtherDocuments.Expected(path) is { } expected)
            {
                reading.Wrong(path, expected);
            }
            else if (Path.GetExtension(path).Equals(Workbook, StringComparison.OrdinalIgnoreCase))
            {
                using var stream = File.OpenRead(path);
                return WorkbookSheets.Read(stream, Path.GetFileName(path), words, limits ?? ImportLimits.Usual);
            }
            else if (Path.GetExtension(path).ToLowerInvariant() is ".xls" or ".xlsm" or ".xlsb" or ".ods" or ".json")
            {
                reading.Wrong(path, $"{Forms}; open another kind of workbook in a spreadsheet program and save it as 'Excel workbook (.xlsx)'");
            }
            else if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                ReadZip(path, reading, limits ?? ImportLimits.Usual);
            }
            else
            {
                reading.Take(Path.GetFileName(path), () => File.OpenRead(path), isTheOnlyOne: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            reading.Wrong(path, $"something that can be read: {exception.Message}");
        }

        return reading.Done(path);
    }

    private static void ReadFolder(string path, Reading reading)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal))
        {
            if (Directory.Exists(entry))
            {
                reading.Ignore(Path.GetFileName(entry) + "/");
            }
            else
            {
                reading.Take(Path.GetFileName(entry), () => File.OpenRead(entry), isTheOnlyOne: false);
            }
        }
    }

    /// <summary>Files at the top of the ZIP, or all in one folder of it; nothing is unpacked to disk.</summary>
    private static void ReadZip(string path, Reading reading, ImportLimits limits)
    {
        if (new FileInfo(path).Length > limits.FileBytes)
        {
            reading.Wrong(path, FormattableString.Invariant($"a ZIP of at most {limits.FileBytes} bytes; split it"));
            return;
        }

        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > limits.Files)
        {
            reading.Wrong(path, FormattableString.Invariant($"a ZIP of at most {limits.Files} files, not {zip.Entries.Count}"));
            return;
        }

        var files = zip.Entries.Where(entry => entry.Name.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToArray();
        var folders = files.Select(Folder).Distinct(StringComparer.Ordinal).ToArray();
        var top = folders is [var only] ? only : "";
        foreach (var entry in files)
        {
            if (Folder(entry) == top)
            {
                reading.Take(entry.Name, entry.Open, isTheOnlyOne: false);
            }
            else
            {
                reading.Ignore(entry.FullName);
            }
        }
    }

    private static string Folder(ZipArchiveEntry entry) => entry.FullName[..^entry.Name.Length];

    private sealed class Reading(KnownWords words, ImportLimits limits)
    {
        private readonly ImmutableArray<Sheet>.Builder _sheets = ImmutableArray.CreateBuilder<Sheet>();
        private readonly ImmutableArray<string>.Builder _ignored = ImmutableArray.CreateBuilder<string>();
        private readonly ImmutableArray<Mistake>.Builder _mistakes = ImmutableArray.CreateBuilder<Mistake>();
        private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

        public void Ignore(string name) => _ignored.Add(name);

        public void Wrong(string file, string expected) => _mistakes.Add(new Mistake(file, null, null, null, expected));

        public void Take(string name, Func<Stream> open, bool isTheOnlyOne)
        {
            string? itemKind = null;
            var table = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
                ? SheetNames.Table(name[..^Ending.Length], words, out itemKind)
                : null;
            if (table is not { } known)
            {
                if (isTheOnlyOne)
                {
                    Wrong(name, Names());
                }
                else
                {
                    Ignore(name);
                }
            }
            else if (!_names.Add(name) || _names.Count > limits.Files)
            {
                Wrong(name, "each file once");
            }
            else
            {
                Read(name, open, known, itemKind);
            }
        }

        public IncomingRegister Done(string path)
        {
            if (_sheets.Count == 0 && _mistakes.Count == 0)
            {
                Wrong(path, Names());
            }

            return new IncomingRegister { Sheets = _sheets.ToImmutable(), Ignored = _ignored.ToImmutable(), Mistakes = _mistakes.ToImmutable() };
        }

        private static string Names() =>
            $"CSV files with the names of the import format ({string.Join(", ", Enum.GetValues<TableName>().Select(table => SheetNames.Of(table) + Ending))}, or an item kind's)";

        private void Read(string name, Func<Stream> open, TableName table, string? itemKind)
        {
            try
            {
                using var stream = open();
                _sheets.Add(CsvSheet.Read(stream, name, table, itemKind, limits));
            }
            catch (RefusedFileException exception)
            {
                _mistakes.Add(exception.Mistake);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
            {
                Wrong(name, $"something that can be read: {exception.Message}");
            }
        }
    }
}
