using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The texts of a rulebook in the names of one edition.</summary>
/// <param name="texts">The texts.</param>
/// <param name="review">What a review is called.</param>
/// <param name="shortName">What it is called for short.</param>
internal sealed class LetterWords(NoticeTexts texts, string review, string shortName)
{
    /// <summary>What a review is called for short; empty where no edition says it.</summary>
    public string Short => shortName;

    /// <summary>A text with its fields filled in.</summary>
    public string Of(TextId id, params ReadOnlySpan<(string Field, string Value)> values) =>
        texts.Of(id, [.. values, ("review", review), ("short", shortName)]);
}
