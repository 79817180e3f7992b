using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios;

/// <summary>Which rules and rows the names mean that a scenario expects something of.</summary>
internal sealed class RowNames(Scenario scenario, Rulebook rulebook)
{
    public ImmutableArray<FoundRow> Meant(ImmutableArray<FoundRow> rows, ExpectedRow wanted) =>
        [.. rows.Where(row => Means(wanted.Rule, row.Rule) && (wanted.Instance is null || row.Instance == wanted.Instance || row.Item == wanted.Instance))];

    /// <summary>A short name is the rule of the scenario's own pack or edition, and where they have none of that name, any pack's.</summary>
    public bool Means(string name, Rule rule)
    {
        if (rule.FullName == name)
        {
            return true;
        }

        var own = rulebook.Packs.First(pack => pack.Id == scenario.Pack);
        return rule.Id == name && (IsOwn(rule.Pack) || !rulebook.Packs.Any(pack => IsOwn(pack.Id) && pack.Rules.Any(other => other.Id == name)));

        bool IsOwn(string pack) => pack == own.Id || (own.Series is not null && rulebook.Packs.First(one => one.Id == pack).Series == own.Series);
    }
}
