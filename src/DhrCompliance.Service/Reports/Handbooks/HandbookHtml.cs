using System.Globalization;
using DhrCompliance.Service.Reports.Board;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>The handbook as one page of HTML that needs nothing else: no script, no font, no picture from anywhere.</summary>
public static class HandbookHtml
{
    private const string StyleName = "Reports/Handbooks/handbook.css";

    private static readonly string Own = BoardHtml.ReadStyle(StyleName);

    public static Task<string> RenderAsync(HandbookReport report) =>
        BoardHtml.RenderAsync<HandbookPage>(new Dictionary<string, object?> { [nameof(HandbookPage.Report)] = report });

    /// <summary>The house's style, the book's own, and what stands at the foot of every printed page.</summary>
    internal static string Style(HandbookReport report)
    {
        // From the hash only what a hash can hold: it stands within the style sheet.
        var hash = string.Concat(report.Book.Hash.Where(char.IsAsciiLetterOrDigit).Skip("sha256".Length).Take(12));
        var foot = string.Create(CultureInfo.InvariantCulture, $"Rules handbook · {report.On:d MMMM yyyy} · rulebook {hash}");
        return $$"""{{BoardHtml.Style}}{{Own}}@page { @bottom-left { content: "{{foot}}"; } @bottom-center { content: none; } }""";
    }
}
