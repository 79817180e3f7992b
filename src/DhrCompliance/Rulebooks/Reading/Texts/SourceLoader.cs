using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DhrCompliance.Rulebooks.Reading.Texts;

/// <summary>Bytes to text: UTF-8 of at most 1 MB, or a diagnostic.</summary>
internal static class SourceLoader
{
    public const int MostBytes = 1024 * 1024;

    /// <summary>The text; null where not even that is known. <paramref name="isRefused"/>: it is only good for guessing what the file would have declared.</summary>
    public static SourceText? Load(RuleFile file, DiagnosticList mistakes, out bool isRefused)
    {
        isRefused = true;
        var path = file.Path.Replace('\\', '/');
        var whole = new Place(new SourceText(path, ""), 0, 0);
        if (file.Bytes.Length > MostBytes)
        {
            mistakes.Error(
                whole,
                Codes.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"the file is larger than 1 MB ({MostBytes:N0} bytes)"),
                hint: "Split it: every pack, and every part of the vocabulary, may stand in a file of its own.");
            return null;
        }

        var bytes = file.Bytes.Span;
        if (IsUtf16(bytes))
        {
            mistakes.Error(whole, Codes.NotUtf8, "the file is saved as UTF-16", hint: "Save it as UTF-8.");
            return new SourceText(path, Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal));
        }

        // Some editors put the mark of UTF-8 first: it says nothing.
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(bytes))
        {
            var source = new SourceText(path, Lines(Encoding.UTF8.GetString(bytes)));
            var wrong = source.At(Math.Max(0, source.Text.IndexOf('\uFFFD', StringComparison.Ordinal)));
            mistakes.Error(
                wrong, Codes.NotUtf8, "this character is not UTF-8", hint: "The file was probably saved as Windows text (ANSI): save it as UTF-8.");
            return source;
        }

        isRefused = false;
        return new SourceText(path, Lines(Encoding.UTF8.GetString(bytes)));
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [_, 0, _, 0, ..] or [0, _, 0, _, ..];

    private static string Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
