using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>A pack: whom it governs, where it is from, and its rules.</summary>
public sealed record PackChapter
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is assessed.</summary>
    public required PackStatus Status { get; init; }

    /// <summary>False: nothing of it was verified.</summary>
    public required bool Verified { get; init; }

    /// <summary>What sort of pack it is: an edition of a series, a protocol that partnerships adopt, or what governs beside all others.</summary>
    public required string Sort { get; init; }

    /// <summary>Whom it governs, from when and until when, what it takes over, and what a review is called under it.</summary>
    public required ImmutableArray<string> Governs { get; init; }

    /// <summary>The documents that its rules are from.</summary>
    public required ImmutableArray<string> Documents { get; init; }

    /// <summary>Its rules: criteria, then what has a time, then checks and checklists.</summary>
    public required ImmutableArray<RuleEntry> Rules { get; init; }

    /// <summary>What binds most first.</summary>
    internal static IEnumerable<Pack> InOrder(IEnumerable<Pack> packs) => packs
        .OrderBy(pack => pack.Status == PackStatus.Withdrawn)
        .ThenBy(Layer)
        .ThenBy(pack => pack.Series, StringComparer.Ordinal)
        .ThenBy(pack => pack.Status)
        .ThenByDescending(pack => pack.Governs?.From?.Earliest ?? DateOnly.MinValue)
        .ThenBy(pack => pack.Title, StringComparer.Ordinal);

    internal static PackChapter Of(Pack pack, IReadOnlyDictionary<string, RuleExplanation> explained, Phrases phrases) => new()
    {
        Id = pack.Id,
        Title = pack.Title,
        Status = pack.Status,
        Verified = pack.Verified,
        Sort = pack.Series is { } series ? $"edition of the {English.Plain(series)}"
            : pack.Governs is { Adopted: true } ? "protocol that partnerships adopt"
            : "stands beside every edition",
        Governs = [.. WhomSentences(pack, phrases).Select(English.Sentence)],
        Documents = [.. pack.Sources.OrderBy(source => source.Value.Title, StringComparer.Ordinal).Select(source => Provenance.Document(source.Value))],
        Rules = [.. pack.Rules.Select(rule => RuleEntry.Of(rule, pack, explained[rule.FullName], phrases))],
    };

    /// <summary>An Act, then editions of guidance, then what partnerships adopt, then what is no more than good practice.</summary>
    private static int Layer(Pack pack) =>
        pack.Governs is { Adopted: true } ? 2
        : pack.Series is not null ? 1
        : pack.Rules.Any(rule => rule.Force == Force.Statute) ? 0
        : 3;

    private static IEnumerable<string> WhomSentences(Pack pack, Phrases phrases)
    {
        foreach (var subject in pack.Rules.Select(rule => rule.Subject).DefaultIfEmpty(SubjectKind.Review).Distinct().Order())
        {
            foreach (var sentence in GovernanceSentences.Of(pack, subject, phrases))
            {
                yield return sentence;
            }
        }

        if (pack.BasedOn is { } based)
        {
            yield return $"It takes over the rules of “{phrases.PackTitle(based)}”{(pack.Changed.IsEmpty ? string.Empty : $", and changes {English.Count(pack.Changed.Length, "rule")} of them")}.";
        }

        var (name, brief) = (pack.Names.GetValueOrDefault("review"), pack.Names.GetValueOrDefault("short"));
        if ((name ?? brief) is { } called)
        {
            yield return $"Under it a review is called a {called}{(name is not null && brief is not null ? $" ({brief})" : string.Empty)}.";
        }
    }
}
