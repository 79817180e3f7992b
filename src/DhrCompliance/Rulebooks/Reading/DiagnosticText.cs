using System.Globalization;
using System.Text;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>Diagnostics as text: place, code and message, then the source line with a caret, then what to write instead.</summary>
public static class DiagnosticText
{
    /// <summary>All of them, one after the other. Empty where there are none.</summary>
    public static string Of(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append(Of(diagnostic)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One of them, without a line break at its end.</summary>
    public static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder(Headline(diagnostic));
        if (diagnostic is { SourceLine: { } line, Column: >= 1 })
        {
            text.Append("\n  ").Append(Visible(line)).Append("\n  ");
            for (var i = 0; i < diagnostic.Column - 1; i++)
            {
                text.Append(i < line.Length && line[i] == '\t' ? '\t' : ' ');
            }

            text.Append('^');
        }

        if (diagnostic.Hint is { } hint)
        {
            text.Append("\n  ").Append(Visible(hint));
        }

        return text.ToString();
    }

    /// <summary>Its first line: <c>rules/a.yaml:41:14: DHR012: unknown event 'submited'; did you mean 'submitted'?</c></summary>
    public static string Headline(Diagnostic diagnostic)
    {
        var place = (diagnostic.Path.Length, diagnostic.Line) switch
        {
            (0, _) => "",
            (_, 0) => $"{diagnostic.Path}: ",
            _ => string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Path}:{diagnostic.Line}:{diagnostic.Column}: "),
        };
        var weight = diagnostic.Severity switch
        {
            Severity.Warning => "warning ",
            Severity.Information => "note ",
            _ => "",
        };
        var suggestion = diagnostic.Suggestion is { } word ? $"; did you mean '{word}'?" : "";
        return Visible($"{place}{weight}{diagnostic.Code}: {diagnostic.Message}{suggestion}");
    }

    // A rule file may hold what moves a terminal's cursor or hides text: shown, it is only a mark.
    private static string Visible(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] == '\t' || !Texts.HiddenCharacters.IsHidden(source[i]) ? source[i] : '\uFFFD';
        }
    });
}
