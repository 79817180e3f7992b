using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake.Cells;

namespace DhrCompliance.Service.Commands;

/// <summary>Rules by the names a person types: the short id, or pack/id.</summary>
internal static class RuleNames
{
    /// <summary>Throws <see cref="UsageException"/> where there is no rule of this name, with the one that is probably meant. Null: none was named.</summary>
    public static void Require(Rulebook rulebook, string? name)
    {
        if (name is not null && !All(rulebook).Any(rule => rule.Id == name || rule.FullName == name))
        {
            throw new UsageException($"There is no rule '{name}'{Suggestion(rulebook, name)}");
        }
    }

    public static IEnumerable<Rule> All(Rulebook rulebook) =>
        rulebook.Packs.SelectMany(pack => pack.Criteria.Cast<Rule>().Concat(pack.Timescales).Concat(pack.Checks));

    private static string Suggestion(Rulebook rulebook, string name)
    {
        var ids = All(rulebook).Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var nearest = Nearest.Of(name, ids.Concat(All(rulebook).Select(rule => rule.FullName)));
        var near = nearest is not null ? [nearest]
            : ids.Where(id => id.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(id, StringComparison.OrdinalIgnoreCase)).Take(3).ToList();
        return near.Count > 0
            ? $"; did you mean {string.Join(" or ", near.Select(id => $"'{id}'"))}?"
            : $"; the rules are: {string.Join(", ", ids)}.";
    }
}
