using System.Collections.Immutable;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios;

/// <summary>Runs scenarios by the same assessor and planner as a sweep: each day of one is a sweep, and what it plans is told.</summary>
public static class ScenarioRunner
{
    /// <summary>What the rules say of each scenario, in the order in which they are given.</summary>
    /// <param name="rulebook">Rules that were read without mistakes.</param>
    /// <param name="scenarios">Scenarios of that rulebook.</param>
    public static ImmutableArray<ScenarioResult> Run(Rulebook rulebook, IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(scenarios);
        return [.. Lazily(rulebook, scenarios)];
    }

    /// <summary>As <see cref="Run(Rulebook, IEnumerable{Scenario})"/>, each only when it is asked for.</summary>
    internal static IEnumerable<ScenarioResult> Lazily(Rulebook rulebook, IEnumerable<Scenario> scenarios)
    {
        var rules = new Dictionary<(string, string?), ScenarioRules>();
        foreach (var scenario in scenarios)
        {
            if (!rules.TryGetValue((scenario.Pack, scenario.Edition), out var own))
            {
                rules[(scenario.Pack, scenario.Edition)] = own = ScenarioRules.Of(rulebook, scenario.Pack, scenario.Edition);
            }

            yield return Run(own, scenario);
        }
    }

    private static ScenarioResult Run(ScenarioRules rules, Scenario scenario)
    {
        var sent = new Dictionary<NoticeKey, SentNotice>();
        var failures = ImmutableArray.CreateBuilder<ScenarioFailure>();
        foreach (var step in scenario.Steps)
        {
            var file = ScenarioCases.On(step.Day, scenario, rules.Rulebook);
            var assessment = rules.Compiled.Assess(rules.Compiled.Bind(file), step.Day);
            var plan = rules.Planner.Plan(assessment, new SentNotices(sent.Values), file.Jurisdiction);
            failures.AddRange(new StepComparison(scenario, step, assessment, plan, rules.Rulebook).Failures());
            Tell(plan, step.Day, sent);
        }

        return new ScenarioResult(scenario, failures.ToImmutable());
    }

    /// <summary>As if every mail had been accepted on the day.</summary>
    private static void Tell(NoticePlan plan, DateOnly day, Dictionary<NoticeKey, SentNotice> sent)
    {
        foreach (var key in plan.Withdrawn)
        {
            sent[key] = sent[key] with { State = SentState.Withdrawn };
        }

        foreach (var key in plan.PassedOver)
        {
            var above = plan.Notices.First(notice => notice.Key.Duty == key.Duty && notice.Key.Instance == key.Instance);
            sent[key] = new SentNotice(key, above.Kind, day, SentState.PassedOver);
        }

        foreach (var notice in plan.Notices)
        {
            sent[notice.StoredAs] = new SentNotice(notice.StoredAs, notice.Kind, day, notice.Held ? SentState.Held : SentState.Told);
        }
    }
}
