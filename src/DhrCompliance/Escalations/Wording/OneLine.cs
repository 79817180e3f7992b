using System.Globalization;
using System.Text;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Text of unknown origin as one line: control characters, line breaks and marks that turn the direction of writing become blanks.</summary>
public static class OneLine
{
    /// <summary>The text on one line, blanks in a row made one, at most <paramref name="longest"/> characters.</summary>
    public static string Of(string? text, int longest = int.MaxValue)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        if (IsPlain(text))
        {
            return Cut(text, longest);
        }

        var line = new StringBuilder(Math.Min(text.Length, 256));
        var blank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || IsUnprintable(rune))
            {
                blank = line.Length > 0;
                continue;
            }

            if (blank)
            {
                line.Append(' ');
                blank = false;
            }

            line.Append(rune.ToString());
        }

        return Cut(line.ToString(), longest);
    }

    /// <summary>Most texts are: printable ASCII, or one of a few marks, with single blanks between.</summary>
    private static bool IsPlain(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is not ((>= ' ' and <= '~') or '“' or '”' or '’' or '–' or '·') || (letter == ' ' && before == ' '))
            {
                return false;
            }

            before = letter;
        }

        return before != ' ';
    }

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Cut(string line, int longest)
    {
        if (line.Length <= longest)
        {
            return line;
        }

        var end = longest - 1;
        if (char.IsHighSurrogate(line[end - 1]))
        {
            end--;
        }

        return line[..end].TrimEnd() + "…";
    }
}
