using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What a mail says, before it is text or a page: both are made of this and say the same.</summary>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Headline">The heading, without the reference.</param>
/// <param name="Lead">How it stands, in a sentence or two.</param>
/// <param name="Facts">Labels with their values.</param>
/// <param name="Body">The rest: the same in every mail about one row, whoever reads it.</param>
/// <param name="Closing">Small print.</param>
internal sealed record Letter(
    string Subject,
    string Headline,
    string Lead,
    ImmutableArray<LetterFact> Facts,
    ImmutableArray<LetterSection> Body,
    ImmutableArray<string> Closing);

/// <summary>A label and its value.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value.</param>
/// <param name="IsInHeadings">Whether the headings of a mail about several things say it already.</param>
internal sealed record LetterFact(string Label, string Value, bool IsInHeadings = false);

/// <summary>A heading and paragraphs below it.</summary>
internal sealed record LetterSection(string Heading, ImmutableArray<string> Paragraphs);
