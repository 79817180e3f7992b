using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Whether a rule is waived.</summary>
internal static class Waivers
{
    /// <summary>
    /// What is not recorded waives nothing: before the register was kept, cannot-tell counts as no, and the lateness says so. Where what is recorded
    /// waives it on some of the days that its dates can be, it cannot be told.
    /// </summary>
    public static Answer Ask(Sitting sitting, RuleFrame frame, in Instance instance)
    {
        if (frame.WaivedBy is not { } condition)
        {
            return Answer.No;
        }

        var scope = sitting.Today.Within(instance.Item);
        var answer = condition.Answer(scope);
        return answer == Answer.CannotTell && sitting.IsHistoric && condition.Recorded(scope).Most != Answer.Yes ? Answer.No : answer;
    }
}
