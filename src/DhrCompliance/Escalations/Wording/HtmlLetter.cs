namespace DhrCompliance.Escalations.Wording;

/// <summary>A letter as a page for mail programs.</summary>
internal static class HtmlLetter
{
    public static string Of(Letter letter)
    {
        var page = MailPage.Begin(letter.Subject, letter.Headline);
        MailPage.AddParagraph(page, letter.Lead);
        MailPage.AddFacts(page, letter.Facts);
        foreach (var section in letter.Body)
        {
            page.Append("<h2 style=\"margin:18px 0 6px 0;font-size:16px;line-height:1.3;").Append(MailPage.Font).Append("\">")
                .Append(MailPage.Text(section.Heading)).Append("</h2>\n");
            foreach (var paragraph in section.Paragraphs)
            {
                MailPage.AddParagraph(page, paragraph);
            }
        }

        return MailPage.End(page, letter.Closing);
    }
}
