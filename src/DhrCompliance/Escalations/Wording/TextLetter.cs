using System.Text;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>A letter as plain text that reads well by itself.</summary>
internal static class TextLetter
{
    private const int Width = 76;

    public static string Of(Letter letter)
    {
        var text = new StringBuilder();
        Add(text, letter.Headline);
        text.Append('=', Math.Min(Width, letter.Headline.Length)).Append("\n\n");
        Add(text, letter.Lead);
        text.Append('\n');
        var label = letter.Facts.Max(fact => fact.Label.Length) + 2;
        foreach (var fact in letter.Facts)
        {
            Add(text, Wrapped.Lines(fact.Value, Width - label).Select((line, i) => (i == 0 ? $"{fact.Label}:" : string.Empty).PadRight(label) + line));
        }

        text.Append(letter.Body.Text);
        text.Append("\n--\n");
        foreach (var line in letter.Closing)
        {
            Add(text, line);
        }

        return text.ToString();
    }

    public static string Of(IReadOnlyList<LetterSection> sections)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            text.Append('\n').Append(section.Heading.ToUpperInvariant()).Append('\n');
            foreach (var paragraph in section.Paragraphs)
            {
                Add(text, paragraph);
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string paragraph) => Add(text, Wrapped.Lines(paragraph, Width));

    private static void Add(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
