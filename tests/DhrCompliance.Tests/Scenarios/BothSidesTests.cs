using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Tests.Scenarios;

/// <summary>Each rule that ships is shown from both sides: in time and late, asked for and done, kept and broken.</summary>
public sealed class BothSidesTests
{
    /// <summary>Checks that nothing breaks: every value of the fact will do, and one that is missing is a question.</summary>
    private static readonly string[] CannotBreak = ["bexley/recommendation-has-theme"];

    private static readonly Rulebook Rulebook = RuleFiles.Read();
    private static readonly Lazy<ILookup<string, Shown>> AllShown = new(() => Everything().ToLookup(one => one.Rule, StringComparer.Ordinal));

    [Fact]
    public void A_limit_has_its_last_day_on_which_it_is_not_late_and_the_day_after_on_which_it_is() =>
        Own<Timescale>().Where(rule => rule.Limit is not Promptly)
            .SelectMany(rule => Wanting(
                rule,
                (one => one.Due is { } due && one.Day == due && one.State is "due-soon" or "running", "the last day, not late"),
                (one => one.Due is { } due && one.Day == due.AddDays(1) && one.State == "overdue", "the day after, overdue")))
            .ShouldBeEmpty();

    [Fact]
    public void A_duty_without_a_limit_is_shown_open_and_done() =>
        Own<Timescale>().Where(rule => rule.Limit is Promptly)
            .SelectMany(rule => Wanting(
                rule,
                (one => one.State == "outstanding", "outstanding"),
                (one => one.State is "met", "met")))
            .ShouldBeEmpty();

    [Fact]
    public void A_check_is_shown_kept_and_broken() =>
        Own<Check>().Where(rule => rule.SignedBy is null)
            .SelectMany(rule => Wanting(
                rule,
                (one => one.State == "holds", "holds"),
                CannotBreak.Contains(rule.FullName) ? (one => one.State == "cannot-tell", "cannot-tell") : (one => one.State == "fails", "fails")))
            .ShouldBeEmpty();

    /// <summary>Nobody is late with a checklist: it is signed, or is not yet.</summary>
    [Fact]
    public void A_checklist_is_shown_signed_and_not_yet_signed() =>
        Own<Check>().Where(rule => rule.SignedBy is not null)
            .SelectMany(rule => Wanting(rule, (one => one.State == "holds", "holds"), (one => one.State == "not-yet", "not-yet")))
            .ShouldBeEmpty();

    [Fact]
    public void A_criterion_is_shown_met_and_not_met() =>
        Own<Criterion>()
            .SelectMany(rule => Wanting(rule, (one => one.State == "yes", "yes"), (one => one.State == "no", "no")))
            .ShouldBeEmpty();

    private static IEnumerable<string> Wanting(Rule rule, params (Func<Shown, bool> Is, string Name)[] sides) =>
        sides.Where(side => !AllShown.Value[rule.FullName].Any(side.Is)).Select(side => $"{rule.FullName}: no scenario shows {side.Name}");

    /// <summary>Rules of every pack but those that an edition takes over from another as they are, which are shown there.</summary>
    private static IEnumerable<T> Own<T>()
        where T : Rule =>
        Rulebook.Packs.SelectMany(pack => pack.Rules.OfType<T>().Where(rule => !ShippedScenariosTests.IsTakenOver(Rulebook, pack, rule)));

    private static IEnumerable<Shown> Everything()
    {
        var rules = new Dictionary<(string, string?), ScenarioRules>();
        foreach (var scenario in Rulebook.Scenarios)
        {
            if (!rules.TryGetValue((scenario.Pack, scenario.Edition), out var own))
            {
                rules[(scenario.Pack, scenario.Edition)] = own = ScenarioRules.Of(Rulebook, scenario.Pack, scenario.Edition);
            }

            foreach (var shown in scenario.Steps.SelectMany(step => Of(own, scenario, step)))
            {
                yield return shown;
            }
        }
    }

    /// <summary>What a step expects of its rules, with the due date that it does not have to say.</summary>
    private static IEnumerable<Shown> Of(ScenarioRules rules, Scenario scenario, ScenarioStep step)
    {
        var assessment = rules.Compiled.Assess(rules.Compiled.Bind(ScenarioCases.On(step.Day, scenario, rules.Rulebook)), step.Day);
        var names = new RowNames(scenario, rules.Rulebook);
        var rows = FoundRow.All(assessment, rules.Rulebook);
        return
            from expected in step.States
            from row in names.Meant(rows, expected.Row)
            where row.State == expected.State
            select new Shown(row.Rule.FullName, step.Day, row.State, row.Due is { IsDay: true } due ? due.Earliest : null);
    }

    private sealed record Shown(string Rule, DateOnly Day, string State, DateOnly? Due);
}
