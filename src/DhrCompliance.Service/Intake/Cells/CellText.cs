using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Intake.Cells;

/// <summary>
/// The text of a cell and what it stands for. On the way out, text that a spreadsheet would run as a formula
/// (it begins with = + - @, a wide form of them, or a blank), and the literal word <c>unknown</c>, get an apostrophe in
/// front; on the way in that apostrophe, and only that, is taken off again. Text that had apostrophes there already gets one more, so
/// that everything comes back as it was. Blanks around any other text count for nothing.
/// </summary>
internal static partial class CellText
{
    /// <summary>What empties a cell that an earlier version filled.</summary>
    public const string Unknown = "unknown";

    /// <summary>A text as it is written into a cell.</summary>
    public static string Write(string text) => Guarded().IsMatch(text) ? "'" + text : text;

    /// <summary>A cell as the text it stands for; empty where it says nothing.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="empties">True: the cell says that the value is not known.</param>
    public static string Read(string cell, out bool empties)
    {
        var trimmed = cell.Trim();
        empties = trimmed.Equals(Unknown, StringComparison.OrdinalIgnoreCase);
        return empties ? "" : trimmed.StartsWith('\'') && Guarded().IsMatch(trimmed) ? trimmed[1..] : trimmed;
    }

    [GeneratedRegex(@"^'*([=+\-@\s＝＋－＠]|unknown\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Guarded();
}
