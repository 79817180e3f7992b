using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What is said below the table: how it came about, what would settle and what meets it, what happens next, and the source.</summary>
internal sealed class LetterSections(Rulebook rulebook)
{
    private readonly Rulebook _rulebook = rulebook;
    private readonly SafeReasons _safe = new(rulebook.Vocabulary);

    /// <param name="notice">The notice.</param>
    /// <param name="assessment">The assessment it was planned from.</param>
    /// <param name="secret">True: the rule's title would tell something sensitive.</param>
    /// <param name="words">The texts.</param>
    public IEnumerable<LetterSection> Of(Notice notice, Assessment assessment, bool secret, LetterWords words) =>
        secret ? Unnamed(notice, words) : Named(notice, assessment, words);

    private IEnumerable<LetterSection> Named(Notice notice, Assessment assessment, LetterWords words)
    {
        var explained = Explained(notice, assessment);
        if (explained is { Paragraphs.IsEmpty: false })
        {
            yield return Section(words.Of(CommonTextIds.CameAboutHeading), explained.Paragraphs);
        }

        if (explained?.ToSettle is { } settle)
        {
            yield return Section(words.Of(CommonTextIds.SettleHeading), [settle]);
        }

        if (WhatMeets.Of(notice, _rulebook.Vocabulary, words) is { } meets)
        {
            yield return Section(words.Of(CommonTextIds.MeetsHeading), [meets]);
        }

        yield return Section(words.Of(CommonTextIds.NextHeading), [NextSteps.Of(notice, _rulebook.Vocabulary, words)]);
        yield return Section(words.Of(CommonTextIds.SourcesHeading), explained?.Sources ?? Provenance.Of(notice.Rule, _rulebook));
    }

    private IEnumerable<LetterSection> Unnamed(Notice notice, LetterWords words)
    {
        yield return Section(words.Of(CommonTextIds.UnnamedHeading), [words.Of(CommonTextIds.Unnamed)]);
        yield return Section(words.Of(CommonTextIds.NextHeading), [NextSteps.Of(notice, _rulebook.Vocabulary, words)]);
    }

    private Explanation? Explained(Notice notice, Assessment assessment) => notice switch
    {
        { Timescale: { } row } => Explanation.Of(assessment.Reference, row with { Because = _safe.Of(row.Because) }, _rulebook),
        { Check: { } row } => Explanation.Of(assessment.Reference, row with { Because = _safe.Of(row.Because) }, _rulebook),
        _ => null,
    };

    private static LetterSection Section(string heading, IEnumerable<string> paragraphs) =>
        new(heading, [.. paragraphs.Select(paragraph => OneLine.Of(paragraph))]);
}
