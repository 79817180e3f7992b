using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>UTF-8, with or without a mark, and nothing else. Another encoding is named, never guessed at.</summary>
internal static class TextEncoding
{
    private const string SaveAs = "in a spreadsheet, save as 'CSV UTF-8'";

    /// <summary>Refuses a file that begins as UTF-16 or UTF-32 does.</summary>
    public static void RefuseWideMark(ReadOnlySpan<byte> start, string file)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            throw new RefusedFileException(new Mistake(file, 1, null, null, $"text in UTF-8, and this is UTF-16 or UTF-32 ('Unicode text'); {SaveAs}"));
        }
    }

    /// <summary>Refuses a row that is not UTF-8, or holds the character NUL, with the line and the byte.</summary>
    public static void RefuseOther(ReadOnlySpan<byte> row, string file, long number, long line)
    {
        if (row.Contains((byte)0))
        {
            throw Refused(file, number, $"text, and there is a NUL byte in line {Line(row, row.IndexOf((byte)0), line)}: this is no CSV file in UTF-8; {SaveAs}");
        }

        if (Utf8.IsValid(row))
        {
            return;
        }

        var at = FirstInvalid(row);
        var looksLike = row[at] >= 0x80 ? " (it looks like Windows-1252)" : "";
        throw Refused(file, number, $"text in UTF-8, and byte 0x{row[at]:X2} in line {Line(row, at, line)}, after '{Before(row, at)}', is none{looksLike}; {SaveAs}");
    }

    private static RefusedFileException Refused(string file, long number, FormattableString expected) =>
        new(new Mistake(file, (int)Math.Min(number, int.MaxValue), null, null, FormattableString.Invariant(expected)));

    private static int FirstInvalid(ReadOnlySpan<byte> row)
    {
        var at = 0;
        while (at < row.Length && Rune.DecodeFromUtf8(row[at..], out _, out var consumed) == OperationStatus.Done)
        {
            at += consumed;
        }

        return Math.Min(at, row.Length - 1);
    }

    private static string Before(ReadOnlySpan<byte> row, int at)
    {
        var words = Encoding.UTF8.GetString(row[Math.Max(0, at - 15)..at]);
        return Mistake.Shown(words[(words.LastIndexOf(',') + 1)..].TrimStart('"', '\uFFFD'));
    }

    private static long Line(ReadOnlySpan<byte> row, int at, long first) => first + row[..at].Count((byte)'\n');
}
