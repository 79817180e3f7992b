using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Explaining.Sample;

namespace DhrCompliance.Tests.Assessments.Explaining;

public sealed class SensitivityTests
{
    private static readonly FactTest Private = new() { Fact = "private", Comparison = Comparison.OneOf, Values = ["yes"] };

    [Fact]
    public void A_reason_about_a_sensitive_fact_tells_it_even_of_an_item()
    {
        Sensitivity.Tells(new Reason(ReasonTemplate.FactMissing, "private"), TheWords).ShouldBeTrue();
        Sensitivity.Tells(new Reason(ReasonTemplate.AskFact, "private:D1"), TheWords).ShouldBeTrue();
        Sensitivity.Tells(new Reason(ReasonTemplate.FactMissing, "parallel"), TheWords).ShouldBeFalse();
    }

    [Fact]
    public void A_rule_that_rests_on_a_sensitive_fact_however_deep_tells_it()
    {
        var words = TheWords with
        {
            Conditions = [new NamedCondition { Name = "hidden", Title = "It is hidden", When = new NotSo(Private) }],
        };
        Condition deep = new AllOf([new AnyOf([new NotSo(new OverItems(Quantifier.Any, "deceased", new Named("hidden")))])]);

        Sensitivity.Tells(SampleRules.Decide with { AppliesWhen = deep }, words).ShouldBeTrue();
        Sensitivity.Tells(SampleRules.Decide with { WaivedBy = deep }, words).ShouldBeFalse();
        Sensitivity.Tells(SampleRules.Seen with { Require = Private }, words).ShouldBeTrue();
        Sensitivity.Tells(SampleRules.Decide, words).ShouldBeFalse();
        Sensitivity.Tells(new Reason(ReasonTemplate.WaivedBecause, Other: "It is hidden"), words).ShouldBeTrue();
    }

    [Fact]
    public void Conditions_that_name_each_other_in_a_circle_come_to_an_end()
    {
        var words = TheWords with
        {
            Conditions =
            [
                new NamedCondition { Name = "a", Title = "A", When = new Named("b") },
                new NamedCondition { Name = "b", Title = "B", When = new Named("a") },
            ],
        };

        Sensitivity.Tells(SampleRules.Decide with { AppliesWhen = new Named("a") }, words).ShouldBeFalse();
    }
}
