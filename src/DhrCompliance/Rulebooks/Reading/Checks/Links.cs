using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Rules that rest on another: it is one duty, of a kind that can be rested on, and no chain of them is a circle.</summary>
internal static class Links
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> entries)
    {
        ImmutableArray<Pack> packs = [.. entries.Select(entry => entry.Pack)];
        var rules = packs.SelectMany(pack => pack.Rules).GroupBy(rule => rule.FullName, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var next = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var link in desk.Links)
        {
            if (!rules.TryGetValue(link.Rule, out var rule))
            {
                continue;
            }

            var others = RuleReferences.Resolve(packs, rule.Pack, link.Other.Value);
            if (IsOneDuty(desk, link, others, packs))
            {
                next[link.Rule] = [.. next.GetValueOrDefault(link.Rule, []), .. others.Select(other => other.FullName)];
                Overdue(desk, link, rule, others);
            }
        }

        Circles.Report(next, "starts when overdue is", name => desk.Links.First(link => link.Rule == name).Other.Place, desk.Mistakes);
    }

    private static bool IsOneDuty(Desk desk, RuleLink link, ImmutableArray<Rule> others, ImmutableArray<Pack> packs)
    {
        var series = others.Select(other => packs.First(pack => pack.Id == other.Pack)).Select(pack => pack.Series ?? $"pack {pack.Id}").Distinct().Count();
        if (series > 1)
        {
            desk.Mistakes.Error(
                link.Other.Place,
                Codes.RuleOfSeveralPacks,
                $"'{link.Other.Value}' is a rule of several packs that are no editions of one series",
                hint: $"Write which is meant: {string.Join(" or ", others.Select(other => $"'{other.FullName}'"))}.");
        }

        return series == 1;
    }

    private static void Overdue(Desk desk, RuleLink link, Rule rule, ImmutableArray<Rule> others)
    {
        if (others.FirstOrDefault(other => other is not Timescale or Timescale { Limit: Promptly }) is { } never)
        {
            desk.Mistakes.Error(link.Other.Place, Codes.NeverOverdue, $"'{never.FullName}' has no due date, so that it is never overdue", hint: "Start it with an event.");
        }
        else if (others.FirstOrDefault(other => other.Subject != rule.Subject) is { } stranger)
        {
            desk.Mistakes.Error(link.Other.Place, Codes.SubjectDoesNotFit, $"'{stranger.FullName}' is about another subject than '{rule.Id}'", hint: "A review's rules rest on a review's, a partnership's on a partnership's.");
        }
    }
}
