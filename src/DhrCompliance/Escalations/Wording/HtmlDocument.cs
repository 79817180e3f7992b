using System.Collections.Immutable;
using System.Text;

namespace DhrCompliance.Escalations.Wording;

/// <summary>A mail of several parts as a page for mail programs.</summary>
internal static class HtmlDocument
{
    private const string Heading = "line-height:1.3;" + MailPage.Font;

    public static string Of(Document document)
    {
        var page = MailPage.Begin(document.Subject, document.Headline);
        foreach (var block in document.Blocks)
        {
            Add(page, block);
        }

        return MailPage.End(page, document.Closing);
    }

    private static void Add(StringBuilder page, Block block)
    {
        switch (block)
        {
            case Part part:
                page.Append("<h2 style=\"margin:26px 0 8px 0;padding:0 0 6px 0;border-bottom:2px solid #1d2433;font-size:18px;").Append(Heading).Append("\">")
                    .Append(MailPage.Text(part.Heading)).Append("</h2>\n");
                break;
            case Subpart part:
                page.Append("<h3 style=\"margin:18px 0 8px 0;font-size:16px;").Append(Heading).Append("\">").Append(MailPage.Text(part.Heading)).Append("</h3>\n");
                break;
            case Paragraph paragraph:
                MailPage.AddParagraph(page, paragraph.Text);
                break;
            case FactTable { Facts.IsEmpty: false } table:
                MailPage.AddFacts(page, table.Facts);
                break;
            case Bullets bullets:
                AddList(page, "ul", 20, bullets.Lines);
                break;
            case Numbers numbers:
                AddList(page, "ol", 30, numbers.Lines);
                break;
            case Item item:
                Add(page, item);
                break;
        }
    }

    private static void AddList(StringBuilder page, string tag, int indent, ImmutableArray<string> lines)
    {
        page.Append('<').Append(tag).Append(" style=\"margin:0 0 10px 0;padding:0 0 0 ").Append(indent).Append("px;\">\n");
        foreach (var line in lines)
        {
            page.Append("<li style=\"margin:0 0 6px 0;font-size:15px;line-height:1.4;").Append(MailPage.Font).Append("\">")
                .Append(MailPage.Text(line)).Append("</li>\n");
        }

        page.Append("</").Append(tag).Append(">\n");
    }

    /// <summary>A bar at its side tells at a glance how it stands; its first words say the same.</summary>
    private static void Add(StringBuilder page, Item item)
    {
        page.Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 18px 0;\">\n<tr><td style=\"border-left:4px solid ")
            .Append(Colour(item.Kind)).Append(";padding:2px 0 2px 14px;text-align:left;\">\n")
            .Append("<h4 style=\"margin:0 0 8px 0;font-size:16px;").Append(Heading).Append("\">")
            .Append(item.Number).Append(". <span style=\"background-color:#1d2433;color:#ffffff;font-size:12px;padding:1px 6px;\">")
            .Append(MailPage.Text(item.Mark)).Append("</span> ")
            .Append(MailPage.Text(item.Headline)).Append("</h4>\n");
        if (item.Lead.Length > 0)
        {
            MailPage.AddParagraph(page, item.Lead);
        }

        if (!item.Facts.IsEmpty)
        {
            MailPage.AddFacts(page, item.Facts);
        }

        foreach (var section in item.Sections)
        {
            page.Append("<p style=\"margin:0 0 2px 0;font-size:14px;font-weight:bold;line-height:1.4;").Append(MailPage.Font).Append("\">")
                .Append(MailPage.Text(section.Heading)).Append("</p>\n");
            foreach (var paragraph in section.Paragraphs)
            {
                MailPage.AddParagraph(page, paragraph, "margin:0 0 8px 0;font-size:14px;line-height:1.45;" + MailPage.Font);
            }
        }

        page.Append("</td></tr>\n</table>\n");
    }

    private static string Colour(NoticeKind kind) => kind switch
    {
        NoticeKind.Overdue or NoticeKind.CheckFails => "#a3182b",
        NoticeKind.Outstanding => "#9a5b00",
        NoticeKind.Reminder => "#1f5fa8",
        NoticeKind.Question => "#5a6275",
        _ => "#2b7a3d",
    };
}
