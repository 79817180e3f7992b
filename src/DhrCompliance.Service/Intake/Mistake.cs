using System.Text;

namespace DhrCompliance.Service.Intake;

/// <summary>What is wrong with one place of an import, and what was expected there.</summary>
/// <param name="File">The file, or the command.</param>
/// <param name="Row">The row as a spreadsheet numbers it (the heading is row 1); null where the mistake is the whole file's.</param>
/// <param name="Column">The column; null where it is the whole row's.</param>
/// <param name="Value">The text that stands there, as far as it can be shown; null where it is not about one cell.</param>
/// <param name="Expected">What was expected, to be read after "expected".</param>
internal sealed record Mistake(string File, int? Row, string? Column, string? Value, string Expected)
{
    private const int LongestShown = 80;

    /// <summary>The sheet of a workbook; null where the file has none.</summary>
    public string? Sheet { get; init; }

    /// <summary>The place in words: "events.csv, row 12, column date", "register.xlsx, sheet events, row 12, column date".</summary>
    public string Place
    {
        get
        {
            var place = new StringBuilder(File);
            if (Sheet is not null)
            {
                place.Append(FormattableString.Invariant($", sheet {Shown(Sheet)}"));
            }

            if (Row is { } row)
            {
                place.Append(FormattableString.Invariant($", row {row}"));
            }

            if (Column is not null)
            {
                place.Append(FormattableString.Invariant($", column {Shown(Column)}"));
            }

            return place.ToString();
        }
    }

    /// <summary>A text from outside made fit for a terminal: control characters visible, and not too long.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, LongestShown) + 4);
        foreach (var character in text)
        {
            if (shown.Length >= LongestShown)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsPlain(character) ? character.ToString() : FormattableString.Invariant($"<U+{(int)character:X4}>"));
        }

        return shown.ToString();
    }

    public override string ToString() => Value is null
        ? $"{Place}: expected {Expected}"
        : $"{Place}: '{Shown(Value)}': expected {Expected}";

    private static bool IsPlain(char character) => char.IsSurrogate(character) || char.GetUnicodeCategory(character) is not (
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
