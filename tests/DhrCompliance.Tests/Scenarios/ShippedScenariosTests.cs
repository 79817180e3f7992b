using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading.Mutations;
using DhrCompliance.Scenarios;
using DhrCompliance.Tests.RealTimelines;
using DhrCompliance.Tests.Rulebooks.Reading;

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
        Rulebook.Packs.SelectMany(pack => pack.Timescales.Where(rule => !IsTakenOver(Rulebook, pack, rule)))
            .Where(rule => !Rulebook.Scenarios.Any(scenario =>
                scenario.Pack == rule.Pack && scenario.Steps.SelectMany(step => step.States).Any(state => state.Row.Rule == rule.Id)))
            .Select(rule => rule.FullName)
            .ShouldBeEmpty();

    /// <summary>Each number of a limit and of a path. What else goes unnoticed is listed by <c>dhr rules test --mutate</c>.</summary>
    [Fact]
    public void No_change_of_a_time_limit_goes_unnoticed()
    {
        var test = new MutationTest(FilesOf.Folder("rules"), Rulebook);
        var tried = test.Mutations.Where(one => one.Kind == MutationKind.TimeLimit).ToArray();

        tried.Length.ShouldBeGreaterThan(100);
        tried.AsParallel().Where(one => test.Try(one) == MutationFate.Unnoticed)
            .Select(one => $"{one.Path}:{one.Line}:{one.Column}: {one.Of}, {one.Key}: '{one.Was}' {one.Became ?? "left out"}")
            .ToArray().ShouldBeEmpty();
    }

    /// <summary>As it is from the pack that this one is based on, where it is tested: what is changed cites for itself.</summary>
    internal static bool IsTakenOver(Rulebook rulebook, Pack pack, Rule rule) =>
        rulebook.Packs.FirstOrDefault(other => other.Id == pack.BasedOn)?.Rules.FirstOrDefault(other => other.Id == rule.Id) is { } other
        && other.Cite.Select(one => one.Quote).SequenceEqual(rule.Cite.Select(one => one.Quote));
}
