using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Says what started a clock, and what would have been preferred.</summary>
internal static class StartReasons
{
    public static void Tell(Sitting sitting, CompiledTimescale rule, in Instance instance, in Start start)
    {
        for (var i = 0; i < start.Source; i++)
        {
            if (rule.Starts[i].Event is not null || instance.Event is not null)
            {
                sitting.Because(new Reason(ReasonTemplate.StartPreferredMissing, rule.Starts[i].Name));
            }
        }

        if (start.IsImplied && start.Event!.Because is { } implying)
        {
            sitting.Because(new Reason(ReasonTemplate.StartedByImplied, start.Word, implying.Kind.Name, start.On, implying.On(sitting.AsOf)));
        }
        else
        {
            sitting.Because(new Reason(ReasonTemplate.StartedBy, start.Word, null, start.On));
        }
    }
}
