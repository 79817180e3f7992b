using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Tests.Scenarios;

/// <summary>The scenarios beside the rules that ship.</summary>
public sealed class ShippedScenariosTests
{
    private static readonly Rulebook Rulebook = RuleFiles.Read();

    [Fact]
    public void All_are_as_expected() =>
        ScenarioRunner.Run(Rulebook, Rulebook.Scenarios)
            .SelectMany(result => result.Failures.Select(one => $"{result.Scenario.Path}:{one.Line}: {one.Day:o} {one.About}: {one.Expected} | {one.Found}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_duty_with_a_clock_has_a_scenario_of_its_pack() =>
        Rulebook.Packs.SelectMany(pack => pack.Timescales)
            .Where(rule => !Rulebook.Scenarios.Any(scenario =>
                scenario.Pack == rule.Pack && scenario.Steps.SelectMany(step => step.States).Any(state => state.Row.Rule == rule.Id)))
            .Select(rule => rule.FullName)
            .ShouldBeEmpty();
}
