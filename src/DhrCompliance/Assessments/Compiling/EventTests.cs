using DhrCompliance.Assessments.Binding;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Whether an event has happened by the moment; what is not recorded counts as not happened only from the day the register is kept.</summary>
internal sealed class OccurrenceTest(CompiledPattern pattern, Occurrence occurrence, EventShape? endedBy) : Test
{
    public override Answer Answer(in Scope scope) => occurrence switch
    {
        Occurrence.Happened => Happened(scope),
        Occurrence.NotHappened => (Answer)(2 - (int)Happened(scope)),
        _ => Concluded(scope),
    };

    public override void Missing(in Scope scope, List<string> missing)
    {
        if (!missing.Contains(pattern.Kind.Name))
        {
            missing.Add(pattern.Kind.Name);
        }
    }

    public override void Describe(in Scope scope, List<Reason> reasons) =>
        reasons.Add(new Reason(ReasonTemplate.FactIs, pattern.Kind.Name, Happened(scope) switch
        {
            Assessments.Answer.Yes => "happened",
            Assessments.Answer.No => "not-happened",
            _ => "cannot-tell",
        }));

    private Answer Happened(in Scope scope)
    {
        var answer = Assessments.Answer.No;
        foreach (var happened in scope.File.Of(pattern.Kind))
        {
            if (pattern.Kind.ItemKind >= 0 && scope.Item >= 0 && happened.Item != scope.Item)
            {
                continue;
            }

            var match = By(scope, happened);
            var one = pattern.Match(happened, scope.File);
            match = one < match ? one : match;
            answer = match > answer ? match : answer;
        }

        if (answer == Assessments.Answer.No && scope.File.Unrecorded(pattern.Kind, DateOnly.MinValue, scope.Latest) is not null)
        {
            return Assessments.Answer.CannotTell;
        }

        return answer;
    }

    private Answer Concluded(in Scope scope)
    {
        var begun = Happened(scope);
        if (begun != Assessments.Answer.Yes || endedBy is null)
        {
            return begun == Assessments.Answer.No ? begun : Assessments.Answer.CannotTell;
        }

        var starts = 0;
        foreach (var happened in scope.File.Of(pattern.Kind))
        {
            starts += By(scope, happened) != Assessments.Answer.No ? 1 : 0;
        }

        var ends = 0;
        foreach (var happened in scope.File.Of(endedBy))
        {
            ends += By(scope, happened) == Assessments.Answer.Yes ? 1 : 0;
        }

        return ends >= starts ? Assessments.Answer.Yes
            : scope.File.Unrecorded(endedBy, DateOnly.MinValue, scope.Latest) is null ? Assessments.Answer.No
            : Assessments.Answer.CannotTell;
    }

    private static Answer By(in Scope scope, BoundEvent happened)
    {
        var on = happened.On(scope.AsOf);
        return on.Latest <= scope.Earliest ? Assessments.Answer.Yes
            : on.Earliest > scope.Latest ? Assessments.Answer.No
            : Assessments.Answer.CannotTell;
    }
}
