namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>Which file this is by its first bytes: a name tells nothing.</summary>
internal static class Kinds
{
    private const string NoWorkbook = "a workbook (.xlsx), and this is none, whatever its name says; open it in a spreadsheet program and save it as 'Excel workbook (.xlsx)'";

    public static void RefuseOther(Stream stream, string file, ImportLimits limits)
    {
        if (stream.Length > limits.WorkbookBytes)
        {
            throw Refused(file, FormattableString.Invariant($"a workbook of at most {limits.WorkbookBytes} bytes, not {stream.Length}; split it, or import CSV files"));
        }

        Span<byte> start = stackalloc byte[8];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (start is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw Refused(file, "a workbook (.xlsx) without a password; this is one that is encrypted, or an .xls of before 2007: open it, remove the password, and save it as 'Excel workbook (.xlsx)'");
        }

        if (start is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
        {
            throw Refused(file, OtherDocuments.Pdf);
        }

        if (start is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw Refused(file, NoWorkbook);
        }
    }

    public static RefusedFileException Broken(string file) =>
        Refused(file, "a workbook that is whole: this one is cut off or damaged; open it in a spreadsheet program and save it anew, or fetch it again");

    private static RefusedFileException Refused(string file, string expected) => new(new Mistake(file, null, null, null, expected));
}
