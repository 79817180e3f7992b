using System.Globalization;
using System.Text;

namespace DhrCompliance.Diaries;

/// <summary>Lines of the format: ended by CR LF, none longer than 75 bytes, what is longer folded between two characters.</summary>
internal sealed class ContentLines
{
    private const int Longest = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A line that holds nothing to escape.</summary>
    public void Add(string line)
    {
        var room = Longest;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                _text.Append("\r\n ");
                room = Longest - 1;
            }

            _text.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>A property with text of any kind.</summary>
    public void AddText(string property, string text) => Add($"{property}:{Escaped(text)}");

    public override string ToString() => _text.ToString();

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append((char)rune.Value),
                _ when Steers(rune) => escaped.Append(' '),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    // What would end a line for somebody, or turn the direction of what follows.
    private static bool Steers(Rune rune) => Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
