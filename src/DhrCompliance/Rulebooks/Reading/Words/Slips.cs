using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Words;

/// <summary>Why a word may be another than it looks.</summary>
internal static class Slips
{
    public static string? Hint(ScalarNode node)
    {
        var text = node.Value;
        return HiddenCharacters.HasOddSpace(text) ? "In it stands a no-break space: write a plain one."
            : text is ['-', not (' ' or '-'), ..] && node.IsPlain ? "After the dash of an item stands a space."
            : text.Contains(" - ", StringComparison.Ordinal) && node.IsPlain && node.End.Line > node.Place.Line
                ? "YAML joins the lines to one text: leave the place beside the key empty, and give each item a line with a dash."
            : node.IsPlain && node.End.Line > node.Place.Line ? "YAML joins the lines to one text."
            : text.Contains(',', StringComparison.Ordinal) ? $"A list stands in brackets: [{Quote.Clipped(text)}]"
            : null;
    }
}
