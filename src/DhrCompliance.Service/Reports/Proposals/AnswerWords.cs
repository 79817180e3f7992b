using System.Globalization;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Reports.Board;

namespace DhrCompliance.Service.Reports.Proposals;

/// <summary>An answer as one page of HTML that needs nothing else, and a mistake in it as sentences.</summary>
public static class AnswerWords
{
    public static Task<string> RenderAsync(AnswerReport report) =>
        BoardHtml.RenderAsync<AnswerPage>(new Dictionary<string, object?> { [nameof(AnswerPage.Report)] = report });

    internal static string Place(Diagnostic mistake) => (mistake.Path.Length, mistake.Line) switch
    {
        (0, _) => "In the files as a whole:",
        (_, 0) => $"{mistake.Path}:",
        _ => string.Create(CultureInfo.InvariantCulture, $"{mistake.Path}, line {mistake.Line}:"),
    };

    internal static string Sentence(Diagnostic mistake) =>
        $"{mistake.Message}{(mistake.Suggestion is { } word ? $"; did you mean '{word}'?" : ".")} ({mistake.Code})";

    /// <summary>The line with a mark under the place; null where there is none to show.</summary>
    internal static string? Excerpt(Diagnostic mistake)
    {
        if (mistake is not { SourceLine: not null, Column: >= 1 })
        {
            return null;
        }

        // As on a terminal, without the headline and the hint.
        var lines = DiagnosticText.Of(mistake with { Hint = null }).Split('\n');
        return string.Join('\n', lines.Skip(1).Select(line => line.Length > 1 ? line[2..] : line));
    }
}
