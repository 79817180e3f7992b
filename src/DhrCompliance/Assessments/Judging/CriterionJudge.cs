using System.Collections.Immutable;
using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Judges a criterion: yes, no, or cannot tell and what is missing.</summary>
internal static class CriterionJudge
{
    public static void Judge(Sitting sitting, Standing standing, CompiledCriterion rule, ImmutableArray<CriterionResult>.Builder results)
    {
        if (standing.Others is not null)
        {
            sitting.Because(new Reason(ReasonTemplate.EditionsCould, standing.DecidedBy, standing.Others, standing.Decided));
        }

        var scope = sitting.Today;
        var answer = rule.When.Answer(scope);
        rule.When.Describe(scope, sitting.Reasons);
        if (answer == Answer.CannotTell)
        {
            rule.When.Missing(scope, sitting.Missing);
            foreach (var word in sitting.Missing)
            {
                sitting.Because(new Reason(ReasonTemplate.SettledByFact, word));
            }
        }

        results.Add(new CriterionResult(rule.Rule, answer, sitting.TakeMissing(), sitting.TakeReasons()));
    }
}
