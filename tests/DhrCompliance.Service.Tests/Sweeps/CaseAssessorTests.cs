using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Service.Tests.Sweeps;

public sealed class CaseAssessorTests
{
    [Fact]
    public void A_case_whose_assessment_throws_is_reported_and_the_others_go_on()
    {
        var rules = CompiledRulebook.Compile(RuleFiles.Read());
        var failures = new List<CaseFailure>();

        // A file that no reading gives: an event without a word.
        var broken = Case("B") with { Events = [new CaseEvent { Id = "B-1", Event = null!, Date = default }] };
        var assessed = CaseAssessor.Assess([Case("A"), broken, Case("C")], rules, new DateOnly(2026, 11, 20), failures).Select(one => one.File.Reference).ToList();

        assessed.ShouldBe(["A", "C"]);
        failures.ShouldHaveSingleItem().Case.ShouldBe("B");
    }

    private static CaseFile Case(string reference) => new() { Reference = reference, Partnership = "p", Jurisdiction = "england" };
}
