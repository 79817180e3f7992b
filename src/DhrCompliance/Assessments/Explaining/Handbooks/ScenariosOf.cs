using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>The scenarios that test a rule: those that expect a state, a due date or a reason of it.</summary>
internal static class ScenariosOf
{
    public static IEnumerable<string> Rule(Rule rule, Rulebook rulebook) => rulebook.Scenarios
        .Where(scenario => scenario.Steps.SelectMany(Rows).Any(name => Means(name, scenario, rule, rulebook)))
        .Select(scenario => scenario.Name);

    // That there is no row of a rule says nothing of what the rule asks.
    private static IEnumerable<string> Rows(ScenarioStep step) => step.States.Where(row => row.State != ExpectedState.None).Select(row => row.Row.Rule)
        .Concat(step.Due.Where(row => row.Due is not null).Select(row => row.Row.Rule))
        .Concat(step.Because.Select(row => row.Row.Rule));

    /// <summary>A short name is the rule of the pack that governs the scenario, else of its own pack, else of the editions of its series, else of any.</summary>
    private static bool Means(string name, Scenario scenario, Rule rule, Rulebook rulebook)
    {
        if (name != rule.Id)
        {
            return name == rule.FullName;
        }

        var series = rulebook.Packs.FirstOrDefault(pack => pack.Id == scenario.Pack)?.Series;
        Func<Pack, bool>[] nearest =
        [
            pack => pack.Id == scenario.Edition,
            pack => scenario.Edition is not null && pack.Id == scenario.Pack,
            pack => series is not null && pack.Series == series,
            pack => pack.Id == scenario.Pack,
            _ => true,
        ];
        return nearest.Select(isNear => rulebook.Packs.Where(isNear).SelectMany(pack => pack.Rules).Where(other => other.Id == name).ToList())
            .First(found => found.Count > 0).Contains(rule);
    }
}
