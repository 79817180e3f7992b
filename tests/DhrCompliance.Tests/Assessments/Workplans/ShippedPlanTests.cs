using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.RealTimelines;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Workplans;

/// <summary>Plans of a new case under the rules that ship: with no local protocol, and with each.</summary>
public sealed class ShippedPlanTests
{
    private static readonly Rulebook Book = RuleFiles.Read();
    private static readonly CompiledRulebook Compiled = CompiledRulebook.Compile(Book);

    public static TheoryData<string> Protocols { get; } = ["", .. Book.Packs.Where(pack => pack is { Status: PackStatus.InForce, Governs.Adopted: true }).Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Every_rule_of_the_governing_packs_stands_in_the_plan(string protocol)
    {
        var plan = Plan(protocol);
        var expected = Book.Packs.Where(pack => plan.Packs.Contains(pack.Id)).SelectMany(pack => pack.Rules).Where(rule => rule.Subject == SubjectKind.Review).Select(rule => rule.FullName).ToList();

        plan.Packs.ShouldContain(protocol.Length == 0 ? plan.Packs[0] : protocol);
        var told = plan.Steps.Select(step => step.Rule.FullName).ToList();
        told.ShouldBeUnique("there is nothing yet of which there could be several");
        told.Except(expected).ShouldBeEmpty();
        expected.Count.ShouldBe(told.Count + plan.LeftOut);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Steps_are_numbered_dated_and_sourced(string protocol)
    {
        var plan = Plan(protocol);

        plan.Steps.Select(step => step.Number).ShouldBe(Enumerable.Range(1, plan.Steps.Length));
        plan.Steps.ShouldAllBe(step => step.Rule.Basis == Basis.Proposed || step.Rule.Cite.Length > 0);
        plan.Steps.ShouldAllBe(step => step.Projected == null || (step.Due == null && step.AskedFor == null && step.Projected.Start >= plan.AsOf));
        plan.Steps.SelectMany(step => step.Awaits).SelectMany(awaited => awaited.Steps).ShouldAllBe(number => number >= 1 && number <= plan.Steps.Length);
        plan.Assumed.Select(one => one.Day).ShouldBeInOrder();
        plan.Assumed.ShouldAllBe(one => one.Day >= plan.AsOf);
        plan.Failures.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void The_decision_has_its_limit_and_the_report_follows_from_it(string protocol)
    {
        var plan = Plan(protocol);
        var decide = plan.Steps.Single(step => step.Rule.FullName == "guidance-2016/decide");
        var report = plan.Steps.Single(step => step.Rule.FullName == "guidance-2016/complete-report");

        decide.Due!.Value.Earliest.ShouldBe(Bench.Day("2026-12-20"));
        decide.Target.ShouldBe(Bench.Day("2026-12-18"));
        report.Projected!.Due.ShouldBe(Bench.Day("2027-06-20"));
        report.Awaits[0].Steps.ShouldContain(decide.Number);
    }

    [Fact]
    public void Of_a_death_alone_the_plan_waits_for_the_notice()
    {
        var plan = Plan("", "death 2026-11-10");

        plan.Steps.Single(step => step.Rule.FullName == "guidance-2016/decide").Standing.ShouldBe(StepStanding.Waiting);
        plan.Assumed.ShouldBeEmpty("no rule of the national packs says by when a partnership is told");
    }

    private static Workplan Plan(string protocol) => Plan(protocol, "death 2026-11-10", "notified 2026-11-20");

    private static Workplan Plan(string protocol, params string[] events) => WorkplanMaker.Of(
        Bench.File("2026-01-01", events) with { Adopted = protocol.Length == 0 ? [] : [new Adoption(protocol, Bench.Day("2026-01-01"), null)] }, Compiled, Bench.Day("2026-11-21"));
}
