using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Sentences gathered into paragraphs: how the date came about, how it stands, what would settle it.</summary>
internal static class Telling
{
    private const string Settling = "To settle it: ";

    /// <summary>A new paragraph begins where the telling goes from the date to how it stands, or back.</summary>
    public static ImmutableArray<string> Paragraphs(ImmutableArray<Reason> because, Vocabulary vocabulary)
    {
        if (because.IsDefaultOrEmpty)
        {
            return [];
        }

        var paragraphs = ImmutableArray.CreateBuilder<string>();
        var sentences = new List<string>();
        bool? aboutDate = null;
        foreach (var reason in because.Where(reason => !Settles(reason.Template)))
        {
            if (aboutDate is { } was && was != AboutDate(reason.Template))
            {
                paragraphs.Add(string.Join(' ', sentences));
                sentences.Clear();
            }

            aboutDate = AboutDate(reason.Template);
            if (Sentences.Of(reason, vocabulary) is var sentence && !sentences.Contains(sentence, StringComparer.Ordinal))
            {
                sentences.Add(sentence);
            }
        }

        if (sentences.Count > 0)
        {
            paragraphs.Add(string.Join(' ', sentences));
        }

        return paragraphs.ToImmutable();
    }

    /// <summary>All that would settle it, as one sentence, or null.</summary>
    public static string? ToSettle(ImmutableArray<Reason> because, Vocabulary vocabulary)
    {
        if (because.IsDefaultOrEmpty)
        {
            return null;
        }

        var parts = because
            .Where(reason => Settles(reason.Template))
            .Select(reason => Sentences.Of(reason, vocabulary)[Settling.Length..].TrimEnd('.'))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return parts.Count == 0 ? null : English.Sentence(Settling + string.Join("; ", parts));
    }

    /// <summary>The words that are missing, as the same sentence, for a row whose reasons do not say it; null where nothing is.</summary>
    public static string? ToSettle(ImmutableArray<string> missing, Vocabulary vocabulary)
    {
        if (missing.IsDefaultOrEmpty)
        {
            return null;
        }

        var titles = Titles.Of(vocabulary);
        var parts = missing.Select(word => titles.Fact(word.Split(':')[0]) is null ? $"more about {titles.Noun(word)}" : titles.Noun(word)).Distinct(StringComparer.Ordinal);
        return English.Sentence(Settling + string.Join("; ", parts));
    }

    /// <summary>The first sentence about how it stands, or else the first.</summary>
    public static string Why(ImmutableArray<Reason> because, Vocabulary vocabulary)
    {
        if (because.IsDefaultOrEmpty)
        {
            return string.Empty;
        }

        foreach (var reason in because)
        {
            if (!AboutDate(reason.Template) && !Settles(reason.Template))
            {
                return Sentences.Of(reason, vocabulary);
            }
        }

        return Sentences.Of(because[0], vocabulary);
    }

    /// <summary>The sentences beside that one and what would settle it, in their order.</summary>
    public static string Beside(string why, ImmutableArray<Reason> because, Vocabulary vocabulary) => because.IsDefaultOrEmpty
        ? string.Empty
        : string.Join(' ', because.Where(reason => !Settles(reason.Template)).Select(reason => Sentences.Of(reason, vocabulary)).Distinct(StringComparer.Ordinal).Where(sentence => sentence != why));

    private static bool Settles(ReasonTemplate template) =>
        template is ReasonTemplate.SettledByDateOf or ReasonTemplate.SettledByWhether or ReasonTemplate.SettledByFact;

    private static bool AboutDate(ReasonTemplate template) =>
        template is >= ReasonTemplate.StartedBy and <= ReasonTemplate.Floor
            or ReasonTemplate.EditionsCould or ReasonTemplate.PeriodStart or ReasonTemplate.StartedByOverdue or ReasonTemplate.OverdueUnclear or ReasonTemplate.DueNext or ReasonTemplate.NoNext or ReasonTemplate.PauseMayRun or ReasonTemplate.Provisional
            or (>= ReasonTemplate.DueRoundedUp and <= ReasonTemplate.MovedByPausesAndRolled);
}
