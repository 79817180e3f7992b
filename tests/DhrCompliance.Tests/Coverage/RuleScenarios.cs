using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.Coverage;

/// <summary>Which scenarios expect something of which rule.</summary>
internal static class RuleScenarios
{
    /// <summary>The scenarios that name the rule in a state or a due date: by its full name, or by its short one in a scenario of its pack.</summary>
    public static IEnumerable<Scenario> Of(Rulebook rulebook, string fullName)
    {
        var at = fullName.IndexOf('/', StringComparison.Ordinal);
        var (pack, id) = (fullName[..at], fullName[(at + 1)..]);
        return rulebook.Scenarios.Where(scenario => Named(scenario).Any(name =>
            name == fullName || (name == id && scenario.Edition == pack) || (name == id && scenario.Pack == pack)));
    }

    private static IEnumerable<string> Named(Scenario scenario) =>
        scenario.Steps.SelectMany(step => step.States.Select(one => one.Row.Rule).Concat(step.Due.Select(one => one.Row.Rule)));
}
