using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Texts that people read: titles, questions, quotations.</summary>
internal sealed class Prose(Values values, DiagnosticList mistakes)
{
    public const int Longest = 2000;

    /// <summary>A text on one line, as titles are: they stand in the subject of a mail.</summary>
    public string? Line(Node? node, string expected)
    {
        if (Text(node, expected) is not { } text)
        {
            return null;
        }

        if (text.Contains('\n', StringComparison.Ordinal))
        {
            mistakes.Error(node!.Place, Codes.WrongType, "a line break stands in this text; expected one line", hint: "Begin it with >- and indent its lines.");
        }

        return text;
    }

    /// <summary>A text of any number of lines.</summary>
    public string? Text(Node? node, string expected)
    {
        if (values.Scalar(node, expected) is not { } text)
        {
            return null;
        }

        if (text.IsPlain && CutOff(text) is { } cut)
        {
            mistakes.Error(
                cut,
                Codes.CutOff,
                "what follows ' #' is a comment, and the text ends before it",
                hint: "If it belongs to the text, put the text in quotes; if it is a remark, put it on a line of its own.");
        }

        if (text.Value.Length > Longest)
        {
            mistakes.Error(text.Place, Codes.WrongType, $"the text is longer than {Longest} characters");
        }

        return text.Value.Trim();
    }

    private static Place? CutOff(ScalarNode text)
    {
        var line = text.End.Source.Line(text.End.Line) ?? "";
        var end = text.End.Column - 1;
        while (end < line.Length && line[end] is (' ' or '\t'))
        {
            end++;
        }

        return end > text.End.Column - 1 && end < line.Length && line[end] == '#' ? text.End with { Column = end + 1 } : null;
    }
}
