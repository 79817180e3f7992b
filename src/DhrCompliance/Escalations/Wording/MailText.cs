using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The frame of every mail's text.</summary>
internal static class MailText
{
    public const int Width = 76;

    public static StringBuilder Begin(string headline)
    {
        var text = new StringBuilder();
        Add(text, headline);
        return text.Append('=', Math.Min(Width, headline.Length)).Append("\n\n");
    }

    public static string End(StringBuilder text, IEnumerable<string> closing)
    {
        text.Append("\n--\n");
        foreach (var line in closing)
        {
            Add(text, line);
        }

        return text.ToString();
    }

    public static void AddFacts(StringBuilder text, ImmutableArray<LetterFact> facts, int indent = 0)
    {
        var label = facts.Max(fact => fact.Label.Length) + 2;
        foreach (var fact in facts)
        {
            Add(text, Wrapped.Lines(fact.Value, Width - indent - label)
                .Select((line, i) => new string(' ', indent) + (i == 0 ? $"{fact.Label}:" : string.Empty).PadRight(label) + line));
        }
    }

    public static void Add(StringBuilder text, string paragraph, int indent = 0, int hanging = 0) => Add(text, Wrapped.Lines(paragraph, Width, indent, hanging));

    private static void Add(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
