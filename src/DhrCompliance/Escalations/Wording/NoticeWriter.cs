using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Wording;

/// <summary>
/// Puts notices into words under one rulebook. Nothing personal but role and reference, nothing sensitive and no text typed into the
/// register enters a mail; a rule whose very title would tell something sensitive is not named.
/// </summary>
public sealed class NoticeWriter
{
    private readonly Rulebook _rulebook;
    private readonly LetterSections _sections;
    private readonly FrozenDictionary<string, Pack> _packs;
    private readonly FrozenSet<string> _telling;

    /// <summary>Makes the writer of a rulebook.</summary>
    public NoticeWriter(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _rulebook = rulebook;
        _sections = new LetterSections(rulebook);
        _packs = rulebook.Packs.ToFrozenDictionary(pack => pack.Id, StringComparer.Ordinal);
        _telling = rulebook.Packs
            .SelectMany(pack => pack.Timescales.AsEnumerable<Rule>().Concat(pack.Checks))
            .Where(rule => Sensitivity.Tells(rule, rulebook.Vocabulary))
            .Select(rule => rule.FullName)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The mail of a notice.</summary>
    /// <param name="notice">A notice planned from the assessment.</param>
    /// <param name="assessment">The assessment, under this writer's rulebook.</param>
    /// <param name="roles">The roles that whoever reads it holds in this; none: the notice's own.</param>
    /// <param name="delivery">The id of the mail, by which it can be acknowledged; null: how is not said.</param>
    public Mail Write(Notice notice, Assessment assessment, ImmutableArray<string> roles = default, string? delivery = null) =>
        For(assessment).Write(notice, roles, delivery);

    /// <summary>Writes one assessment's mails; what they have in common is put into words once. Not for several threads at once.</summary>
    public AssessmentWriter For(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new AssessmentWriter(this, assessment);
    }

    /// <summary>The words of the rulebook.</summary>
    internal Vocabularies.Vocabulary Vocabulary => _rulebook.Vocabulary;

    /// <summary>Whether the rule's title must not leave in mail.</summary>
    internal bool IsSecret(Rule rule) => _telling.Contains(rule.FullName);

    /// <summary>What is said of a row to everybody.</summary>
    internal ImmutableArray<LetterSection> Body(Notice notice, Assessment assessment, LetterWords words) => [.. _sections.Of(notice, assessment, IsSecret(notice.Rule), words)];

    /// <summary>The texts in the names of the pack of the rule, or else of an edition that governs.</summary>
    internal LetterWords Words(Notice notice, Assessment assessment) =>
        new(_rulebook.Texts, new ReviewName(Named("review", 80, notice, assessment), Named("short", 20, notice, assessment)));

    private string? Named(string key, int longest, Notice notice, Assessment assessment)
    {
        foreach (var id in assessment.Editions.Prepend(notice.Rule.Pack))
        {
            if (_packs.TryGetValue(id, out var pack) && pack.Names.TryGetValue(key, out var name))
            {
                return OneLine.Of(name, longest);
            }
        }

        return null;
    }
}
