using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Tests.Coverage;

/// <summary>Every obligation of the documents that the rules are made from has its place: a rule, a feature, or a reason why not.</summary>
public sealed class CoverageTests
{
    /// <summary>Documents whose obligations are not placed yet, by the beginning of their names.</summary>
    private static readonly string[] Awaited = [];

    private static readonly Rulebook Rulebook = RuleFiles.Read();

    [Fact]
    public void The_obligations_are_numbered_without_a_gap() =>
        Obligation.All.Select(one => one.Number).ShouldBe(Enumerable.Range(1, 224));

    [Fact]
    public void Every_obligation_is_placed_once_and_in_order()
    {
        var placed = Placement.All.Select(row => row.Obligation).ToList();

        placed.ShouldBe(placed.Distinct().Order());
        placed.ShouldBeSubsetOf(Obligation.All.Select(one => one.Number));
        Obligation.All.Where(one => !placed.Contains(one.Number) && !Array.Exists(Awaited, one.File.StartsWith)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_is_held_by_rules_or_served_by_a_feature_or_outside() =>
        Placement.All.Where(row => (row.Rules.Count > 0 || row.ServedBy.Length > 0) == (row.Outside.Length > 0)).ShouldBeEmpty();

    [Fact]
    public void Every_rule_named_exists_and_cites_the_document_that_asks_for_it_or_the_law()
    {
        foreach (var (row, mention) in Mentions())
        {
            var rule = Rulebook.Packs.SelectMany(pack => pack.Rules).SingleOrDefault(rule => rule.FullName == mention.FullName);
            rule.ShouldNotBeNull($"{row.Obligation}: {mention.FullName}");
            Cited(rule).ShouldContain(cited => cited == "law" || cited == Obligation.All[row.Obligation - 1].File, $"{row.Obligation}: {mention.FullName}");
        }
    }

    [Fact]
    public void A_point_of_a_checklist_says_which_obligation_it_is()
    {
        foreach (var (row, mention) in Mentions().Where(pair => pair.Mention.Point is not null))
        {
            Rulebook.Packs.SelectMany(pack => pack.Checks).Single(check => check.FullName == mention.FullName)
                .Points.ElementAtOrDefault(mention.Point!.Value - 1)?.Obligation.ShouldBe($"{row.Obligation}", $"{mention}");
        }
    }

    [Fact]
    public void Without_any_one_of_the_rules_named_a_scenario_fails() =>
        Mentions().Select(pair => pair.Mention.FullName).Distinct().Where(name => ScenarioRunner.Run(Without(name), RuleScenarios.Of(Rulebook, name)).All(result => result.Passed))
            .ShouldBeEmpty();

    private static IEnumerable<(Placement Row, RuleMention Mention)> Mentions() =>
        Placement.All.SelectMany(row => row.Rules.Select(name => (row, RuleMention.Of(name))));

    /// <summary>The documents that a rule cites; an Act is "law".</summary>
    private static IEnumerable<string> Cited(Rule rule)
    {
        var sources = Rulebook.Packs.First(pack => pack.Id == rule.Pack).Sources;
        return rule.Cite.Select(citation => sources.GetValueOrDefault(citation.Source)).OfType<Source>()
            .Select(source => source.File ?? (source.Publisher == "legislation.gov.uk" ? "law" : ""));
    }

    private static Rulebook Without(string name) => Rulebook with
    {
        Packs =
        [
            .. Rulebook.Packs.Select(pack => pack with
            {
                Criteria = [.. pack.Criteria.Where(rule => rule.FullName != name)],
                Timescales = [.. pack.Timescales.Where(rule => rule.FullName != name)],
                Checks = [.. pack.Checks.Where(rule => rule.FullName != name)],
            }),
        ],
    };
}
