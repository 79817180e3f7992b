using System.Net;
using System.Text;

namespace DhrCompliance.Escalations.Wording;

/// <summary>
/// The frame of every page: tables and inline styles, which Outlook and telephones both show; no script, no remote content, no link, so that
/// nothing is fetched or done by opening it.
/// </summary>
internal static class MailPage
{
    public const string Font = "font-family:Arial,Helvetica,sans-serif;color:#1d2433;";

    /// <summary>A long word, such as a hash, breaks: otherwise it makes the page wider than a telephone.</summary>
    private const string Breaking = "overflow-wrap:anywhere;word-break:break-word;";
    public const string Paragraph = "margin:0 0 10px 0;font-size:15px;line-height:1.5;" + Font;
    private const string Cell = "padding:6px 12px 6px 0;vertical-align:top;font-size:15px;line-height:1.4;" + Font;
    private const string Small = "margin:0 0 6px 0;font-size:12px;line-height:1.4;font-family:Arial,Helvetica,sans-serif;color:#5a6275;";

    public static StringBuilder Begin(string title, string headline)
    {
        var page = new StringBuilder(4096);
        page.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Text(title)).Append("</title>\n</head>\n")
            .Append("<body style=\"margin:0;padding:0;background-color:#f3f4f7;\">\n")
            .Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"background-color:#f3f4f7;\">\n")
            .Append("<tr><td align=\"center\" style=\"padding:16px 8px;\">\n")
            .Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" ")
            .Append("style=\"max-width:640px;background-color:#ffffff;border:1px solid #d5d9e2;\">\n")
            .Append("<tr><td style=\"padding:20px 24px;text-align:left;\">\n")
            .Append("<h1 style=\"margin:0 0 12px 0;font-size:20px;line-height:1.3;").Append(Font).Append("\">")
            .Append(Text(headline)).Append("</h1>\n");
        return page;
    }

    public static string End(StringBuilder page, IEnumerable<string> closing)
    {
        page.Append("</td></tr>\n<tr><td style=\"padding:12px 24px;border-top:1px solid #d5d9e2;text-align:left;\">\n");
        foreach (var line in closing)
        {
            AddParagraph(page, line, Small);
        }

        return page.Append("</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n").ToString();
    }

    public static void AddFacts(StringBuilder page, IEnumerable<LetterFact> facts)
    {
        page.Append("<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"border-collapse:collapse;margin:4px 0 8px 0;\">\n");
        foreach (var fact in facts)
        {
            page.Append("<tr><th scope=\"row\" align=\"left\" style=\"font-weight:bold;").Append(Cell).Append("\">").Append(Text(fact.Label))
                .Append("</th><td style=\"").Append(Breaking).Append(Cell).Append("\">").Append(Text(fact.Value)).Append("</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    public static void AddParagraph(StringBuilder page, string text, string style = Paragraph) =>
        page.Append("<p style=\"").Append(Breaking).Append(style).Append("\">").Append(Text(text)).Append("</p>\n");

    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
