using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Glossaries;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>A rulebook as a book to be read: every rule in sentences, whom each concerns, who is told when, and what the words mean.</summary>
public sealed record Handbook
{
    /// <summary>The rulebook's hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Its packs, what binds most first; the editions of a series from the newest on, drafts after what is in force, what was withdrawn last.</summary>
    public required ImmutableArray<PackChapter> Packs { get; init; }

    /// <summary>What each role has to do and is told, in the order of the vocabulary. A role of which there is nothing to say is left out.</summary>
    public required ImmutableArray<RoleChapter> Roles { get; init; }

    /// <summary>Who is told when, path by path, with the rules that follow each.</summary>
    public required ImmutableArray<PathChapter> Paths { get; init; }

    /// <summary>Which days are no working days, by jurisdiction; one that several share stands once.</summary>
    public required ImmutableArray<CalendarChapter> Calendars { get; init; }

    /// <summary>What is mailed beside the paths, in sentences; nothing where the rules say nothing of it.</summary>
    public required ImmutableArray<string> Mails { get; init; }

    /// <summary>What the words mean.</summary>
    public required ImmutableArray<GlossaryEntry> Glossary { get; init; }

    /// <summary>How many made-up cases test the rules.</summary>
    public required int Scenarios { get; init; }

    /// <summary>Writes the book of a rulebook.</summary>
    public static Handbook Of(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        var phrases = new Phrases(rulebook);
        var rules = RuleExplanation.Of(rulebook.Packs.SelectMany(pack => pack.Rules), rulebook).ToDictionary(rule => rule.Rule, StringComparer.Ordinal);
        return new Handbook
        {
            Hash = rulebook.Hash,
            Packs = [.. PackChapter.InOrder(rulebook.Packs).Select(pack => PackChapter.Of(pack, rules, phrases))],
            Roles = [.. rulebook.Vocabulary.Roles.Select(role => RoleChapter.Of(role, phrases)).Where(role => !role.IsEmpty)],
            Paths = [.. rulebook.Paths.Select(path => PathChapter.Of(path, phrases))],
            Mails = rulebook.Post is null ? [] : [.. PostSentences.Of(rulebook).Select(told => told.Sentence)],
            Calendars =
            [
                .. rulebook.Calendars.OrderBy(pair => pair.Key, StringComparer.Ordinal).GroupBy(pair => pair.Value)
                    .Select(same => new CalendarChapter(same.Key.Name, [.. same.Select(pair => English.Capital(English.Plain(pair.Key)))], same.Key)),
            ],
            Glossary = Glossaries.Glossary.Of(rulebook),
            Scenarios = rulebook.Scenarios.Length,
        };
    }
}
