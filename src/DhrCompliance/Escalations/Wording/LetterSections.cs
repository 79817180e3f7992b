using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What is said below the table: how it came about, what would settle and what meets it, what happens next, and the source.</summary>
internal sealed class LetterSections(Rulebook rulebook)
{
    private readonly Rulebook _rulebook = rulebook;
    private readonly SafeReasons _safe = new(rulebook.Vocabulary);

    /// <param name="notice">The notice.</param>
    /// <param name="assessment">The assessment it was planned from.</param>
    /// <param name="secret">True: the rule's title would tell something sensitive.</param>
    public IEnumerable<LetterSection> Of(Notice notice, Assessment assessment, bool secret) =>
        secret ? Unnamed(notice) : Named(notice, assessment);

    private IEnumerable<LetterSection> Named(Notice notice, Assessment assessment)
    {
        var explained = Explained(notice, assessment);
        if (explained is { Paragraphs.IsEmpty: false })
        {
            yield return Section("How this came about", explained.Paragraphs);
        }

        if (explained?.ToSettle is { } settle)
        {
            yield return Section("What would settle it", [settle]);
        }

        if (WhatMeets.Of(notice, _rulebook.Vocabulary) is { } meets)
        {
            yield return Section("What meets it", [meets]);
        }

        yield return Section("What happens next", [NextSteps.Of(notice, _rulebook.Vocabulary)]);
        yield return Section("Where the rule comes from", explained?.Sources ?? Provenance.Of(notice.Rule, _rulebook));
    }

    private IEnumerable<LetterSection> Unnamed(Notice notice)
    {
        yield return Section(
            "What this is about",
            ["Naming the duty would tell something that must not leave in mail. The register has it: look the case up there, or ask whoever keeps it."]);
        yield return Section("What happens next", [NextSteps.Of(notice, _rulebook.Vocabulary)]);
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
