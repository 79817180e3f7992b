using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Workbooks;

/// <summary>
/// Text as a workbook's XML holds it: a character that XML does not take, or would change, is written <c>_x000D_</c>, and a text that
/// looks like that already gets its underscore escaped. What is written so is read back as it was.
/// </summary>
internal static partial class CellXml
{
    public static string Write(string text)
    {
        if (!Special().IsMatch(text))
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                written.Append(character).Append(text[++at]);
            }
            else if ((character == '_' && EscapeHere().IsMatch(text, at)) || character is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(character))
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
            }
            else
            {
                written.Append(character);
            }
        }

        return written.ToString();
    }

    public static string Read(string xml) => xml.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(xml, found => ((char)int.Parse(found.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : xml;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G_x[0-9A-Fa-f]{4}_")]
    private static partial Regex EscapeHere();

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Special();
}
