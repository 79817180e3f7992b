namespace DhrCompliance.Service.Intake.Reading;

/// <summary>Files that hold a table for people to read, and no program.</summary>
internal static class OtherDocuments
{
    public const string Word = "a workbook (.xlsx) or CSV files, and this is a Word document: save the table as .xlsx (copy it into a spreadsheet, look at it, and save that)";
    public const string Pdf = "a workbook (.xlsx) or CSV files, and this is a PDF document: save the table as .xlsx (from the program that made the PDF, or copy it into a spreadsheet and look at it)";

    /// <summary>What was expected in place of a file of this name; null: it is no such document.</summary>
    public static string? Expected(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".doc" or ".docx" or ".docm" or ".odt" or ".rtf" => Word,
        ".pdf" => Pdf,
        _ => null,
    };
}
