using System.Text;

namespace DhrCompliance.Escalations.Wording;

/// <summary>A mail of several parts as plain text that reads well by itself.</summary>
internal static class TextDocument
{
    private const int Indent = 4;

    public static string Of(Document document)
    {
        var text = MailText.Begin(document.Headline);
        Block? before = null;
        foreach (var block in document.Blocks)
        {
            if ((block, before) is (Part or Subpart, not null) or (Paragraph or Bullets or Numbers or FactTable, Paragraph or Bullets or Numbers or FactTable))
            {
                text.Append('\n');
            }

            Add(text, block);
            before = block;
        }

        return MailText.End(text, document.Closing);
    }

    private static void Add(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Part part:
                MailText.Add(text, part.Heading.ToUpperInvariant());
                text.Append('=', Math.Min(MailText.Width, part.Heading.Length)).Append('\n');
                break;
            case Subpart part:
                MailText.Add(text, part.Heading);
                text.Append('-', Math.Min(MailText.Width, part.Heading.Length)).Append('\n');
                break;
            case Paragraph paragraph:
                MailText.Add(text, paragraph.Text);
                break;
            case FactTable { Facts.IsEmpty: false } table:
                MailText.AddFacts(text, table.Facts);
                break;
            case Bullets bullets:
                foreach (var line in bullets.Lines)
                {
                    MailText.Add(text, $"- {line}", 0, 2);
                }

                break;
            case Numbers numbers:
                for (var i = 0; i < numbers.Lines.Length; i++)
                {
                    MailText.Add(text, $"{i + 1}. {numbers.Lines[i]}", 0, Indent);
                }

                break;
            case Item item:
                Add(text, item);
                break;
        }
    }

    private static void Add(StringBuilder text, Item item)
    {
        text.Append('\n');
        MailText.Add(text, $"{item.Number}. {item.Mark}. {item.Headline}", 0, Indent);
        MailText.Add(text, item.Lead, Indent);
        if (!item.Facts.IsEmpty)
        {
            text.Append('\n');
            MailText.AddFacts(text, item.Facts, Indent);
        }

        foreach (var section in item.Sections)
        {
            text.Append('\n');
            MailText.Add(text, $"{section.Heading}:", Indent);
            foreach (var paragraph in section.Paragraphs)
            {
                MailText.Add(text, paragraph, Indent);
            }
        }
    }
}
