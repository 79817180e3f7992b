using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>Where a rule stands among the layers: its pack and edition, what it is taken over from, and what it stands beside or takes the place of.</summary>
internal static class LayerSentences
{
    public static IEnumerable<string> Of(Rule rule, Pack pack, Phrases phrases)
    {
        yield return pack.Series is { } series
            ? $"It stands in “{pack.Title}”, an edition of the {English.Plain(series)}, {Status(pack)}."
            : $"It stands in “{pack.Title}”, {Status(pack)}.";
        foreach (var sentence in GovernanceSentences.Of(pack, rule, phrases))
        {
            yield return sentence;
        }

        if (pack.BasedOn is { } based)
        {
            yield return pack.Changed.Contains(rule.Id)
                ? $"The pack takes over the rules of “{phrases.PackTitle(based)}”, and changes this one."
                : $"The pack takes over the rules of “{phrases.PackTitle(based)}”.";
        }

        foreach (var sentence in Beside(rule, pack, phrases))
        {
            yield return sentence;
        }
    }

    /// <summary>Whether a pack is assessed, to follow its name.</summary>
    public static string Status(Pack pack) => pack.Status switch
    {
        PackStatus.Draft => "a draft, which is assessed only when asked for",
        PackStatus.Withdrawn => "withdrawn, and assessed no more",
        _ => "in force",
    };

    /// <summary>What a rule takes the place of, and what stands beside it.</summary>
    public static IEnumerable<string> Beside(Rule rule, Pack pack, Phrases phrases)
    {
        var rulebook = phrases.Rulebook;
        if (Before(rule, pack, rulebook) is { } other)
        {
            yield return $"For the reviews it governs it takes the place of {phrases.Titled(other)}. {Differences(rule, other, rulebook)}";
        }

        foreach (var sentence in Relation(rule, phrases).Concat(Others(rule, phrases)))
        {
            yield return sentence;
        }
    }

    /// <summary>The rule of another pack that it is tighter than or departs from.</summary>
    public static IEnumerable<string> Relation(Rule rule, Phrases phrases)
    {
        if (rule.Tightens is { } tighter)
        {
            yield return $"It is tighter than {phrases.Named(rule, tighter)}. Both are judged, each by its own words.";
        }

        if (rule.DepartsFrom is { } departed)
        {
            yield return $"It departs from {phrases.Named(rule, departed)}. Both are judged, each by its own words.";
        }
    }

    /// <summary>The rule it is taken over from, else the one of the same id in the edition before.</summary>
    public static Rule? Before(Rule rule, Pack pack, Rulebook rulebook)
    {
        var other = rulebook.Packs.FirstOrDefault(candidate => candidate.Id == pack.BasedOn) ?? GovernanceSentences.Preceding(pack, rulebook);
        return other?.Rules.FirstOrDefault(candidate => candidate.Id == rule.Id || rule.Was.Contains(candidate.Id) || rule.Was.Contains(candidate.FullName));
    }

    private static IEnumerable<string> Others(Rule rule, Phrases phrases)
    {
        foreach (var other in phrases.Rulebook.Packs.SelectMany(pack => pack.Rules))
        {
            if (Means(other.Tightens))
            {
                yield return $"A tighter one stands beside it: {phrases.Titled(other)}.";
            }

            if (Means(other.DepartsFrom))
            {
                yield return $"Another departs from it: {phrases.Titled(other)}.";
            }

            bool Means(string? name) => name is not null && RuleReferences.Resolve(phrases.Rulebook.Packs, other.Pack, name).Contains(rule);
        }
    }

    private static string Differences(Rule rule, Rule other, Rulebook rulebook)
    {
        var (now, then) = (ByPoint(rule, rulebook), ByPoint(other, rulebook));
        ImmutableArray<string> differences =
        [
            .. now.Where(point => then.GetValueOrDefault(point.Key) != point.Value)
                .Select(point => then.TryGetValue(point.Key, out var was) ? $"{English.Capital(point.Key)}, there: “{was}”" : $"{English.Capital(point.Key)}: nothing is said of it there."),
            .. then.Where(point => !now.ContainsKey(point.Key)).Select(point => $"{English.Capital(point.Key)}, only there: “{point.Value}”"),
        ];
        return differences.IsEmpty ? "Both say the same." : $"They differ. {string.Join(' ', differences)}";
    }

    private static Dictionary<string, string> ByPoint(Rule rule, Rulebook rulebook)
    {
        var points = RuleSentences.Of(rule, rulebook).ToDictionary(point => point.About, point => point.Sentence, StringComparer.Ordinal);
        points["standing"] = English.Sentence(Provenance.Standing(rule, rulebook));
        return points;
    }
}
