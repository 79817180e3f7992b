using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Scenarios;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports.Impact;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>Reads a set of rule files whole, runs its scenarios, and lays it beside the rules in force over the whole register. Writes nothing.</summary>
internal static class Judging
{
    public static Verdict Of(IReadOnlyList<RuleFile> files, LedgerDatabase ledger, CompiledRulebook? inForce, DateOnly today)
    {
        var reading = RuleReadings.Of(files);
        if (reading.Rulebook is not { } rulebook)
        {
            return new Verdict { Mistakes = [.. reading.Diagnostics.Where(one => one.Severity == Severity.Error)] };
        }

        var results = ScenarioRunner.Run(rulebook, rulebook.Scenarios);
        var verdict = new Verdict
        {
            Warnings = [.. reading.Diagnostics.Where(one => one.Severity == Severity.Warning)],
            Scenarios = results.Length,
            Failing = [.. results.Where(result => !result.Passed)],
            Rules = new RulesNow(CompiledRulebook.Compile(rulebook), RulesFolder.Texts(files)),
        };
        return verdict.Failing.IsEmpty ? verdict with { Impact = Impact(ledger, inForce, verdict.Rules, today), IsBlind = inForce is null } : verdict;
    }

    /// <summary>What coming into force would do; beside rules that cannot be read, nothing is said to differ, which <see cref="Verdict.IsBlind"/> says.</summary>
    public static ImpactReport Impact(LedgerDatabase ledger, CompiledRulebook? inForce, RulesNow rules, DateOnly today)
    {
        var day = Weekday(today);
        var impact = new RulebookImpact(inForce ?? rules.Rulebook, rules.Rulebook);
        var found = new ImpactRun(ledger, impact).Over(ledger.CaseFiles(), day);
        return new ImpactReport
        {
            Title = "What the proposed rules do",
            AsOf = day,
            Before = impact.Before.Rulebook,
            Now = rules.Rulebook.Rulebook,
            Summary = ImpactSummary.Of(found.Cases, found.Differing),
            Cases = found.Differing,
            Failures = [.. found.Failures.Select(failure => new AuditFailure(failure.Case, failure.Rule, failure.Error))],
        };
    }

    // At a weekend most paths are quiet, and nothing would be said of who is told.
    private static DateOnly Weekday(DateOnly today) => today.DayOfWeek switch
    {
        DayOfWeek.Saturday => today.AddDays(2),
        DayOfWeek.Sunday => today.AddDays(1),
        _ => today,
    };
}
