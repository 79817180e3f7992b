using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Says what started a clock, and what would have been preferred.</summary>
internal static class StartReasons
{
    public static void Tell(Sitting sitting, CompiledTimescale rule, in Instance instance, in Start start)
    {
        for (var i = 0; i < start.Source; i++)
        {
            if (rule.Starts[i].Overdue is null && (rule.Starts[i].Event is not null || instance.Event is not null))
            {
                sitting.Because(new Reason(ReasonTemplate.StartPreferredMissing, rule.Starts[i].Name));
            }
        }

        if (start.Overdue is { } overdue)
        {
            sitting.Because(new Reason(start.Exists == Answer.Yes ? ReasonTemplate.StartedByOverdue : ReasonTemplate.OverdueUnclear, overdue.Name, overdue.Title, start.On));
        }
        else if (instance.Period is { } period && start.Event is null)
        {
            sitting.Because(OfPeriod(period, start));
        }
        else if (start.IsImplied && start.Event!.Because is { } implying)
        {
            sitting.Because(new Reason(ReasonTemplate.StartedByImplied, start.Word, implying.Kind.Name, start.On, implying.On(sitting.AsOf)));
        }
        else
        {
            sitting.Because(new Reason(ReasonTemplate.StartedBy, start.Word, null, start.On));
        }
    }

    public static Reason OfPeriod(NamedPeriod period, in Start start) =>
        new(ReasonTemplate.PeriodStart, period.Name, start.On.Earliest == period.First ? Recurrence.FirstDay : Recurrence.LastDay, start.On);
}
