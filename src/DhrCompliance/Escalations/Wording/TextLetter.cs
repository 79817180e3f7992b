namespace DhrCompliance.Escalations.Wording;

/// <summary>A letter as plain text that reads well by itself.</summary>
internal static class TextLetter
{
    public static string Of(Letter letter)
    {
        var text = MailText.Begin(letter.Headline);
        MailText.Add(text, letter.Lead);
        text.Append('\n');
        MailText.AddFacts(text, letter.Facts);
        foreach (var section in letter.Body)
        {
            text.Append('\n').Append(section.Heading.ToUpperInvariant()).Append('\n');
            foreach (var paragraph in section.Paragraphs)
            {
                MailText.Add(text, paragraph);
            }
        }

        return MailText.End(text, letter.Closing);
    }
}
