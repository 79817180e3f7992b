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
    private const int ReferenceLength = 60;
    private readonly Rulebook _rulebook;
    private readonly SafeReasons _safe;
    private readonly FrozenDictionary<string, Pack> _packs;
    private readonly FrozenSet<string> _telling;

    /// <summary>Makes the writer of a rulebook.</summary>
    public NoticeWriter(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _rulebook = rulebook;
        _safe = new SafeReasons(rulebook.Vocabulary);
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
    public Mail Write(Notice notice, Assessment assessment, ImmutableArray<string> roles = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(assessment);
        var letter = Compose(notice, assessment, roles.IsDefaultOrEmpty ? [notice.Key.Role] : roles);
        return new Mail(letter.Subject, TextLetter.Of(letter), HtmlLetter.Of(letter));
    }

    private Letter Compose(Notice notice, Assessment assessment, ImmutableArray<string> roles)
    {
        var secret = _telling.Contains(notice.Rule.FullName);
        var item = notice.Timescale?.Item ?? notice.Check?.Item;
        var title = secret ? "A duty that is not named in mail" : OneLine.Of(Explanation.Title(notice.Rule, notice.Key.Instance, item));
        var tag = $"[{string.Join(' ', new[] { Short(notice, assessment), OneLine.Of(assessment.Reference, ReferenceLength) }.Where(part => part.Length > 0))}] ";
        return new Letter(
            tag + Headlines.Of(notice, title, assessment.AsOf, Mail.SubjectLength - tag.Length),
            Headlines.Of(notice, title, assessment.AsOf, 400),
            Leads.Of(notice),
            [.. LetterFacts.Of(notice, assessment, title, roles, _rulebook.Vocabulary)],
            [.. secret ? SecretSections(notice) : Sections(notice, assessment)],
            [.. Closing(notice, assessment)]);
    }

    /// <summary>What a review is called for short by the pack of the rule, or else by an edition that governs.</summary>
    private string Short(Notice notice, Assessment assessment)
    {
        foreach (var id in assessment.Editions.Prepend(notice.Rule.Pack))
        {
            if (_packs.TryGetValue(id, out var pack) && pack.Names.TryGetValue("short", out var name))
            {
                return OneLine.Of(name, 20);
            }
        }

        return string.Empty;
    }

    private IEnumerable<LetterSection> Sections(Notice notice, Assessment assessment)
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
        yield return Section("Where the rule comes from", Provenance.Of(notice.Rule, _rulebook));
    }

    private IEnumerable<LetterSection> SecretSections(Notice notice)
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

    private static IEnumerable<string> Closing(Notice notice, Assessment assessment)
    {
        if (notice.Held)
        {
            yield return "This mail was held until a person approved it.";
        }

        yield return $"Written by DhrCompliance from what the register held on {DateWords.Day(assessment.AsOf)}. If something has happened that is not "
            + "recorded, record it: nothing else stops the next step.";
        yield return "It names no person, on purpose. Please put no names and no details of the case into an answer.";
    }

    private static LetterSection Section(string heading, IEnumerable<string> paragraphs) =>
        new(heading, [.. paragraphs.Select(paragraph => OneLine.Of(paragraph))]);
}
