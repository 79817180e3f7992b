using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>
/// Rules of packs in force of which no scenario expects anything: a state, a due date, a reason, or who is told. A rule taken over from another pack is
/// tested where it is written; one that was changed is a rule of its own.
/// </summary>
internal static class Untested
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> entries, IReadOnlyList<MappingNode> whole, ImmutableArray<Scenario> scenarios)
    {
        ImmutableArray<Pack> packs = [.. entries.Select(entry => entry.Pack)];
        foreach (var (entry, node) in entries.Zip(whole).Where(pair => pair.First.Pack.Status == PackStatus.InForce))
        {
            var own = entry.Pack.Rules.Select(rule => (Rule: rule, Place: Place(entry, node, rule))).Where(pair => pair.Place is not null).ToList();
            var untested = own.Where(pair => !scenarios.Any(scenario => scenario.Tests(pair.Rule, packs))).ToList();
            if (untested.Count == own.Count && own.Count > 1)
            {
                desk.Mistakes.Warning(
                    entry.Place,
                    Codes.Untested,
                    string.Create(CultureInfo.InvariantCulture, $"no scenario expects anything of the {own.Count} rules of '{entry.Pack.Id}'"),
                    $"Write some beside the pack, in a file that begins with 'scenarios-of: {entry.Pack.Id}'.");
                continue;
            }

            foreach (var (rule, place) in untested)
            {
                desk.Mistakes.Warning(
                    place!.Value,
                    Codes.Untested,
                    $"no scenario expects anything of '{rule.Id}'",
                    $"Write one under 'scenarios-of: {entry.Pack.Id}': {(rule is Timescale ? "the last day, and the day after it" : "a case in which it is so, and one in which it is not")}.");
            }
        }
    }

    /// <summary>Where the rule is written, or changed, in the pack's own file; null: it is another pack's as it is.</summary>
    private static Place? Place(PackEntry entry, MappingNode node, Rule rule)
    {
        if (entry.RulePlaces.TryGetValue(rule.Id, out var place) && place.Source.Path == entry.Place.Source.Path)
        {
            return place;
        }

        return (node.Find("change") as SequenceNode)?.Items.OfType<MappingNode>()
            .Select(change => change.Find("rule")).OfType<ScalarNode>().FirstOrDefault(name => name.Value == rule.Id)?.Place;
    }
}
