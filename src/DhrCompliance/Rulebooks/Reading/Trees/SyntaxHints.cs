using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading.Texts;

namespace DhrCompliance.Rulebooks.Reading.Trees;

/// <summary>What is no YAML, in words that help: the parser's own name what it expected of the next token, not what the writer did.</summary>
internal static partial class SyntaxHints
{
    private const int LongestLine = 2000;

    /// <summary>Stands for the parser's words where it fails without any.</summary>
    public const string NoWords = "the text cannot be read";

    private const string LikeNone = "this line is indented like none above it";

    private const string Quotes = "Put the text in straight double quotes: \"...\"";

    /// <summary>Reports one diagnostic for the file.</summary>
    /// <param name="at">Where the parser stopped, which may be a line or more after the slip.</param>
    /// <param name="parser">The parser's words.</param>
    /// <param name="open">Where the innermost bracket or brace was opened that is still open.</param>
    /// <param name="mistakes">Where to report.</param>
    public static void Report(Place at, string parser, Place? open, DiagnosticList mistakes)
    {
        if (open is { } bracket && (bracket.Line < at.Line || !IsClosed(bracket) || parser == NoWords))
        {
            mistakes.Error(bracket, Codes.Syntax, "the bracket opened here is not closed", hint: "Close it in the same line, with ] or }.");
            return;
        }

        if (open is not null && parser.Contains("parsing a flow", StringComparison.Ordinal))
        {
            mistakes.Error(at, Codes.Syntax, "between brackets a comma or the closing bracket is missing before this", hint: Quotes);
            return;
        }

        if (parser.Contains("multiline plain scalar", StringComparison.Ordinal) && BareWordAbove(at.Source, at.Line) is null && Above(at) is { } above)
        {
            mistakes.Error(above, Codes.Syntax, WithoutKey(at.Source, above.Line), hint: "After a key stands a colon; a text of several lines begins with >- after its key.");
            return;
        }

        // The parser stops at the slip or at the beginning of the line after it.
        var (place, message, hint) = OfLine(at.Source, at.Line, at.Column)
            ?? OfLine(at.Source, at.Line - 1, 0)
            ?? (at, $"this is not YAML: {Lowered(parser)}", "Compare it with the lines above: two spaces a level, 'key: value', '- ' before each item.");
        mistakes.Error(place, Codes.Syntax, message, hint: hint);
    }

    private static (Place Place, string Message, string Hint)? OfLine(SourceText source, int number, int column)
    {
        if (source.Line(number) is not { Length: > 0 and <= LongestLine } line || line.TrimStart().StartsWith('#'))
        {
            return null;
        }

        var start = Lead().Match(line).Length;
        var value = line[start..];
        Place At(int index) => new(source, number, index + 1);

        return Beginning(value) is { } beginning ? (At(start), beginning.Message, beginning.Hint)
            : GluedDash().Match(line) is { Success: true } dash ? (At(dash.Groups[1].Index), "after the dash of an item stands a space", $"Write: - {Quote.Clipped(line.Trim()[1..])}")
            : GluedColon().Match(line) is { Success: true } glued ? (At(glued.Groups[1].Index), "after a colon stands a space", $"Write: {glued.Groups[1].Value}: {Quote.Clipped(glued.Groups[2].Value)}")
            : value.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? (At(start + colon), "a second colon in this line: YAML takes what is before it for another key", Quotes)
            : value.EndsWith(':') && start > 0 && start > line.Length - line.TrimStart().Length ? (At(line.Length - 1), "a second colon in this line: YAML takes what is before it for another key", Quotes)
            : column > 0 && !line.Contains(':', StringComparison.Ordinal) && !line.TrimStart().StartsWith('-') ? (At(line.Length - line.TrimStart().Length), WithoutKey(source, number), "A text of several lines is indented below its key, or begins with >- after it.")
            : column > 0 && AmongOthers(source, number) is { } stranger ? (At(line.Length - line.TrimStart().Length), stranger, "Items of a list have a dash each; keys of a mapping have none.")
            : column > 0 && BareWordAbove(source, number) is { } above ? (above, "a colon is missing at the end of this line", $"Write: {Quote.Clipped(source.Line(above.Line)!.Trim())}:")
            : column > 0 && Astray(source, number) is { } astray ? (astray, "this line is indented less than those around it", "Give it the indentation of its neighbours.")
            : column > 0 && Indented(source, number) is { } deeper ? (At(line.Length - line.TrimStart().Length), deeper, "Give it the indentation of its neighbours.")
            : null;
    }

    private static (string Message, string Hint)? Beginning(string value) => value switch
    {
        ['\u201C' or '\u201D' or '\u201E' or '\u2018' or '\u2019', ..] =>
            ($"YAML does not take {value[0]} for a quotation mark", "Use straight ones: \"...\""),
        ['[' or '{', ..] when TextAfterBracket().IsMatch(value) =>
            ($"a value that begins with {value[0]} is {(value[0] == '[' ? "a list" : "a mapping")}, and after its end stands more", Quotes),
        ['@' or '`' or '%' or '*' or '&' or '!' or ',' or ']' or '}', ..] => ($"a text cannot begin with {value[0]}", Quotes),
        ['\'', ..] when !SingleQuoted().IsMatch(value) => value.Count(letter => letter == '\'') > 1
            ? ("the text in single quotes ends at its apostrophe, and after its end stands more", "Use double quotes around it, or write the apostrophe twice: ''")
            : ("the quotation mark opened here is not closed", "Close it, and indent its further lines."),
        ['"', ..] when value.Contains('\\', StringComparison.Ordinal) => ("in double quotes a backslash begins a special character", "Use single quotes around the text."),
        ['"', ..] when !DoubleQuoted().IsMatch(value) => value.Count(letter => letter == '"') > 1
            ? ("the text in quotes ends here, and after its end stands more", "Put the quotes around the whole text, with single ones outside: '...'")
            : ("the quotation mark opened here is not closed", "Close it, and indent its further lines."),
        ['>', ..] when Number().IsMatch(value) => ("a text cannot begin with >", "Comparisons are written in words: 'at least 16', 'more than 16'."),
        ['>' or '|', _, ..] when BlockWithText().IsMatch(value) => ($"a text cannot begin with {value[0]}", Quotes),
        _ => null,
    };

    private static string WithoutKey(SourceText source, int number) =>
        source.Line(number - 1)?.Contains(" #", StringComparison.Ordinal) == true
            ? "this line has no key, and the text above it ended at ' #', where a comment begins"
            : "this line is neither 'key: value' nor an item of a list";

    /// <summary>An item of a list among keys, or a key among items.</summary>
    private static string? AmongOthers(SourceText source, int number)
    {
        var line = source.Line(number)!;
        var neighbour = source.Lines.Take(number - 1).LastOrDefault(above => above.Trim().Length > 0 && Depth(above) <= Depth(line));
        return neighbour is null || Depth(neighbour) != Depth(line) || neighbour.TrimStart().StartsWith('-') == line.TrimStart().StartsWith('-') ? null
            : line.TrimStart().StartsWith('-') ? "an item of a list stands here among keys"
            : "a key stands here among the items of a list";
    }

    /// <summary>The line above, where it is a word alone and this one stands deeper.</summary>
    private static Place? BareWordAbove(SourceText source, int number) =>
        source.Line(number - 1) is { } line && BareWord().IsMatch(line) && Depth(line) < Depth(source.Line(number)!)
            ? new Place(source, number - 1, line.TrimEnd().Length + 1)
            : null;

    /// <summary>The line above, where it stands less deep than this one and the one before it, which stand alike: it is the one that slipped.</summary>
    private static Place? Astray(SourceText source, int number) =>
        source.Line(number - 1) is { } above && source.Line(number - 2) is { } before && source.Line(number) is { } line
        && above.TrimStart() is [not ('#' or '-'), ..] && !above.EndsWith(':') && Depth(above) < Depth(line)
        && Depth(line) == Lead().Match(before).Groups[1].Length && !before.EndsWith(':')
            ? new Place(source, number - 1, Depth(above) + 1)
            : null;

    /// <summary>A line that stands deeper or less deep than any line above that it could belong to.</summary>
    private static string? Indented(SourceText source, int number)
    {
        var depth = Depth(source.Line(number)!);
        var isBelowDeeper = false;
        for (var i = number - 1; i >= 1; i--)
        {
            var line = source.Line(i)!;
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            if (Depth(line) == depth || Lead().Match(line).Groups[1].Length == depth)
            {
                return null;
            }

            if (Depth(line) < depth)
            {
                return isBelowDeeper ? LikeNone : line.EndsWith(':') ? null : "this line is indented deeper than the one it follows";
            }

            isBelowDeeper = true;
        }

        return LikeNone;
    }

    /// <summary>The last line above that says anything.</summary>
    private static Place? Above(Place at)
    {
        for (var number = at.Line - 1; number >= 1; number--)
        {
            var line = at.Source.Line(number)!;
            if (line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'))
            {
                return new Place(at.Source, number, Depth(line) + 1);
            }
        }

        return null;
    }

    private static bool IsClosed(Place bracket)
    {
        var rest = (bracket.Source.Line(bracket.Line) ?? "").AsSpan(Math.Min(bracket.Column - 1, (bracket.Source.Line(bracket.Line) ?? "").Length));
        return rest.ContainsAny(']', '}');
    }

    private static int Depth(string line) => line.Length - line.TrimStart().Length;

    private static string Lowered(string parser)
    {
        var text = parser.TrimEnd('.');
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : NoWords;
    }

    [GeneratedRegex(@"^( *(?:- +)*)(?:[\w.-]+:(?: +|\z))?")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^>=? *[0-9]")]
    private static partial Regex Number();

    [GeneratedRegex(@"^ *(?:- +)*[\w-]+ *\z")]
    private static partial Regex BareWord();

    [GeneratedRegex(@"^ *(-)[^\s-]")]
    private static partial Regex GluedDash();

    [GeneratedRegex(@"^ *(?:- +)*([\w-]+):([^\s:].*)\z")]
    private static partial Regex GluedColon();

    [GeneratedRegex(@"^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,]")]
    private static partial Regex TextAfterBracket();

    [GeneratedRegex(@"^'(?:[^']|'')*'\s*(?:#.*)?\z")]
    private static partial Regex SingleQuoted();

    [GeneratedRegex("^\"[^\"]*\"\\s*(?:#.*)?\\z")]
    private static partial Regex DoubleQuoted();

    [GeneratedRegex(@"^[>|][0-9+-]*(?: +[^\s#]|[^\s0-9+-])")]
    private static partial Regex BlockWithText();
}
