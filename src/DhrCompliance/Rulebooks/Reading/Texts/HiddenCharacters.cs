using System.Globalization;

namespace DhrCompliance.Rulebooks.Reading.Texts;

/// <summary>Characters that nobody sees, and spaces that YAML does not take for one.</summary>
internal static class HiddenCharacters
{
    /// <summary>Control characters, marks of direction and order, and spaces without width.</summary>
    public static bool IsHidden(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A space that is not the plain one, such as the no-break space that word processors set.</summary>
    public static bool IsOddSpace(char character) =>
        character != ' ' && char.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator;

    public static bool HasOddSpace(string text) => text.Any(IsOddSpace);

    /// <summary>Reports the first of each kind; true where the text can be read.</summary>
    public static bool Check(SourceText source, DiagnosticList mistakes)
    {
        var hidden = First(source, mistakes, Codes.HiddenCharacter, Hidden, "Delete it: it cannot be seen, and words with it are other words.");
        var indent = First(source, mistakes, Codes.WrongIndentation, Indentation, "Indent with plain spaces, two a level.");
        return !hidden && !indent;
    }

    private static bool First(
        SourceText source, DiagnosticList mistakes, string code, Func<string, (int Column, string Message)?> find, string hint)
    {
        var (line, column, message, further) = (0, 0, "", 0);
        for (var i = 0; i < source.Lines.Length; i++)
        {
            if (find(source.Lines[i]) is not { } found)
            {
                continue;
            }

            if (line > 0)
            {
                further++;
                continue;
            }

            (line, column, message) = (i + 1, found.Column, found.Message);
        }

        if (line == 0)
        {
            return false;
        }

        var more = further == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and in {further} further line{(further == 1 ? "" : "s")})");
        mistakes.Error(new Place(source, line, column), code, message + more, hint: hint);
        return true;
    }

    private static (int Column, string Message)? Hidden(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\t' && IsHidden(line[i]))
            {
                return (i + 1, $"here stands {Name(line[i])}");
            }
        }

        return null;
    }

    private static (int Column, string Message)? Indentation(string line)
    {
        var end = 0;
        while (end < line.Length && (line[end] is ' ' or '\t' || IsOddSpace(line[end])))
        {
            end++;
        }

        if (end == line.Length)
        {
            return null;
        }

        for (var i = 0; i < end; i++)
        {
            if (line[i] != ' ')
            {
                return (i + 1, line[i] == '\t' ? "the line is indented with a tab" : $"the line is indented with {Name(line[i])}");
            }
        }

        // After a key's colon or an item's dash YAML asks for a plain space, and without one reads the line as text.
        var sign = line[end] == '-' ? end : line.IndexOf(':', end);
        return sign >= 0 && sign + 1 < line.Length && IsOddSpace(line[sign + 1])
            ? (sign + 2, $"after '{line[sign]}' stands {Name(line[sign + 1])} in place of a space")
            : null;
    }

    public static string Name(char character) => character switch
    {
        '\u00A0' => "a no-break space (U+00A0)",
        '\u00AD' => "a soft hyphen (U+00AD)",
        '\uFEFF' => "a byte-order mark (U+FEFF)",
        '\u200B' => "a space without width (U+200B)",
        '\0' => "a zero character (U+0000)",
        _ => string.Create(CultureInfo.InvariantCulture, $"a character that cannot be seen (U+{(int)character:X4})"),
    };
}
