using System.Globalization;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>What must not reach a spreadsheet or a terminal as it stands: formulas, and characters that steer.</summary>
public static class Cells
{
    private const string Formula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>
    /// Text that a spreadsheet would take for a formula, with an apostrophe before it. A text that already looks like that result gets
    /// one more, so that <see cref="Restore"/> always gives back what there was.
    /// </summary>
    public static string Neutral(string text) => LooksLikeFormula(text) ? $"'{text}" : text;

    /// <summary>The text that <see cref="Neutral"/> was given.</summary>
    public static string Restore(string text) => text is ['\'', .. var rest] && LooksLikeFormula(rest) ? rest : text;

    /// <summary>Text on one line without characters that steer a terminal: each becomes a space.</summary>
    public static string OneLine(string text) => text.Any(Steers)
        ? string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = Steers(source[i]) ? ' ' : source[i];
            }
        })
        : text;

    private static bool LooksLikeFormula(string text)
    {
        foreach (var character in text)
        {
            if (Formula.Contains(character, StringComparison.Ordinal))
            {
                return true;
            }

            if (character != '\'' && !char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Steers(char character) =>
        char.IsControl(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
