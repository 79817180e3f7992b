using DhrCompliance.Service.Intake.Reading.Workbooks;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>Reads a workbook or a CSV file of any layout, within the limits of an import.</summary>
internal static class RawFile
{
    public static RawSheets Read(string path, ImportLimits? limits = null)
    {
        var (file, usual) = (Path.GetFileName(path), limits ?? ImportLimits.Usual);
        try
        {
            if (OtherDocuments.Expected(path) is { } expected)
            {
                throw new RefusedFileException(new Mistake(file, null, null, null, expected));
            }

            using var stream = File.OpenRead(path);
            return Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? WorkbookSheets.ReadRaw(stream, file, usual)
                : new RawSheets { File = file, Sheets = [new RawSheet(file, null, CsvRows.Read(stream, file, usual))] };
        }
        catch (RefusedFileException refused)
        {
            return new RawSheets { File = file, Mistakes = [refused.Mistake] };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new RawSheets { File = file, Mistakes = [new Mistake(file, null, null, null, $"a workbook (.xlsx) or a CSV file that can be read: {error.Message}")] };
        }
    }
}
