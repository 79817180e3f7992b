using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Wording;

/// <summary>A mail of several parts, before it is text or a page: both are made of this and say the same.</summary>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Headline">The heading.</param>
/// <param name="Blocks">What it says, in order.</param>
/// <param name="Closing">Small print.</param>
internal sealed record Document(string Subject, string Headline, ImmutableArray<Block> Blocks, ImmutableArray<string> Closing)
{
    public Mail ToMail() => new(Subject, TextDocument.Of(this), HtmlDocument.Of(this));
}

/// <summary>A part of a mail.</summary>
internal abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A partnership, or another part of the whole mail.</summary>
internal sealed record Part(string Heading) : Block;

/// <summary>A case within a part.</summary>
internal sealed record Subpart(string Heading) : Block;

/// <summary>Some sentences.</summary>
internal sealed record Paragraph(string Text) : Block;

/// <summary>Labels with their values.</summary>
internal sealed record FactTable(ImmutableArray<LetterFact> Facts) : Block;

/// <summary>One line for each thing.</summary>
internal sealed record Bullets(ImmutableArray<string> Lines) : Block;

/// <summary>One line for each thing, numbered from 1.</summary>
internal sealed record Numbers(ImmutableArray<string> Lines) : Block;

/// <summary>One thing that is told, with all that is said of it.</summary>
/// <param name="Number">Its number in the mail.</param>
/// <param name="Mark">A word before its headline: whether it is new.</param>
/// <param name="Kind">Why it is told.</param>
/// <param name="Headline">How it stands.</param>
/// <param name="Lead">The same in a sentence or two.</param>
/// <param name="Facts">Labels with their values.</param>
/// <param name="Sections">The rest.</param>
internal sealed record Item(
    int Number, string Mark, NoticeKind Kind, string Headline, string Lead, ImmutableArray<LetterFact> Facts, ImmutableArray<LetterSection> Sections) : Block;
