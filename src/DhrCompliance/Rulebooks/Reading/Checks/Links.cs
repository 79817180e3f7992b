using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Rules that rest on another: it is one duty, of a kind that can be rested on, and no chain of them is a circle.</summary>
internal static class Links
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> entries, IEnumerable<HolidayCalendar> calendars)
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
                if (link.Kind == LinkKind.Overdue)
                {
                    next[link.Rule] = [.. next.GetValueOrDefault(link.Rule, []), .. others.Select(other => other.FullName)];
                    Overdue(desk, link, rule, others);
                }
                else if (Fits(desk, link, rule, others) && link.Kind == LinkKind.Tightens)
                {
                    Tightening.Check((Timescale)rule, [.. others.Cast<Timescale>()], link.Other.Place, calendars, desk.Mistakes);
                }
            }
        }

        Circles.Report(
            next, "starts when overdue is", name => desk.Links.First(link => link.Rule == name && link.Kind == LinkKind.Overdue).Other.Place, desk.Mistakes);
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

    /// <summary>Another pack's rule of the same sort; and nobody departs from an Act.</summary>
    private static bool Fits(Desk desk, RuleLink link, Rule rule, ImmutableArray<Rule> others)
    {
        var verb = link.Kind == LinkKind.Tightens ? "tightens" : "departs from";
        var problem = others.FirstOrDefault(other => other.Pack == rule.Pack) is not null ? "a rule of its own pack: change that rule"
            : others.FirstOrDefault(other => other.GetType() != rule.GetType()) is { } kind ? $"'{kind.FullName}', which is of another sort"
            : others.FirstOrDefault(other => other.Subject != rule.Subject) is { } subject ? $"'{subject.FullName}', which is about another subject"
            : link.Kind == LinkKind.DepartsFrom && others.FirstOrDefault(other => other.Force == Force.Statute) is { } statute ? $"'{statute.FullName}', and an Act is not departed from"
            : rule is { Tightens: not null, DepartsFrom: not null } && link.Kind == LinkKind.DepartsFrom ? "what it tightens; it does one of the two"
            : null;
        if (problem is not null)
        {
            desk.Mistakes.Error(link.Other.Place, Codes.WrongRelation, $"'{rule.Id}' {verb} {problem}");
        }

        return problem is null;
    }
}
