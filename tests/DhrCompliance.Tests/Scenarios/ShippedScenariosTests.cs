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

    /// <summary>Those that no scenario can notice, as they change nothing: of which rule, at which key, what is left out, and why it makes no difference.</summary>
    private static readonly (string Of, string Key, string Was, string Why)[] ChangeNothing =
    [
        ("three-boroughs/tell-home-office-of-delay", "ends-with", "closed", "closing ends the limit of the report, and with it the clock that counts from its lateness"),
        ("three-boroughs/tell-board-of-delay", "ends-with", "closed", "closing ends the limit of the report, and with it the clock that counts from its lateness"),
        ("wakefield/inform-partnership", "met-by", "csp-chair-notified", "telling the chair implies that the partnership was told"),
        ("guidance-2016/no-review-on-good-grounds", "require", "outcome: no-review", "grounds are recorded of decisions not to hold a review, and of no others"),
        ("guidance-2016/open-until-accepted", "applies-when", "outcome: no-review", "a decision that was none to hold a review was one not to hold it"),
    ];

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

    /// <summary>Each number of a limit and of a path.</summary>
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

    [Fact]
    public void What_is_said_to_change_nothing_is_there_and_changes_nothing()
    {
        var test = new MutationTest(FilesOf.Folder("rules"), Rulebook);
        foreach (var (of, key, was, why) in ChangeNothing)
        {
            test.Try(test.Mutations.Single(one => one.Of == of && one.Key == key && one.Was == was && one.Became is null)).ShouldBe(MutationFate.Unnoticed, why);
        }
    }

    /// <summary>Two thousand changes take a minute; of time limits, each is tried in every build.</summary>
    [SkippableFact]
    public void No_change_of_any_kind_goes_unnoticed_but_those_that_change_nothing()
    {
        Skip.IfNot(Properties.Full, "DHR_FULL=true tries every change");
        var test = new MutationTest(FilesOf.Folder("rules"), Rulebook);

        test.Mutations.Where(one => one.Kind != MutationKind.TimeLimit && !ChangeNothing.Any(same => same.Of == one.Of && same.Key == one.Key && same.Was == one.Was))
            .AsParallel().Where(one => test.Try(one) == MutationFate.Unnoticed)
            .Select(one => $"{one.Path}:{one.Line}:{one.Column}: {one.Of}, {one.Key}: '{one.Was}' {one.Became ?? "left out"}")
            .ToArray().ShouldBeEmpty();
    }

    /// <summary>As it is from the pack that this one is based on, where it is tested: what is changed cites for itself.</summary>
    internal static bool IsTakenOver(Rulebook rulebook, Pack pack, Rule rule) =>
        rulebook.Packs.FirstOrDefault(other => other.Id == pack.BasedOn)?.Rules.FirstOrDefault(other => other.Id == rule.Id) is { } other
        && other.Cite.Select(one => one.Quote).SequenceEqual(rule.Cite.Select(one => one.Quote));
}
