using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Commands;

/// <summary>Rules by the names a person types: the short id, or pack/id.</summary>
internal static class RuleNames
{
    public static bool Has(Rulebook rulebook, string name) => All(rulebook).Any(rule => rule.Id == name || rule.FullName == name);

    /// <summary>What may be meant, as the end of a sentence.</summary>
    public static string Suggestion(Rulebook rulebook, string name)
    {
        var near = All(rulebook).Select(rule => rule.Id).Distinct()
            .Where(id => id.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(id, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).Take(3).ToList();
        return near.Count > 0
            ? $"; did you mean {string.Join(" or ", near.Select(id => $"'{id}'"))}?"
            : $"; the rules are: {string.Join(", ", All(rulebook).Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal))}.";
    }

    public static IEnumerable<Rule> All(Rulebook rulebook) =>
        rulebook.Packs.SelectMany(pack => pack.Criteria.Cast<Rule>().Concat(pack.Timescales).Concat(pack.Checks));
}
