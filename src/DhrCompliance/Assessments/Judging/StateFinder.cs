using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Judging;

/// <summary>All the states a started instance could be in, from the bounds of its dates.</summary>
internal static class StateFinder
{
    public static void Find(Sitting sitting, CompiledTimescale rule, in Instance instance, in Meeting meeting, in Due due, in Ending ending, ref Draft draft)
    {
        var waived = Waivers.Ask(sitting, rule.Frame, instance);
        if (waived == Answer.CannotTell)
        {
            rule.Frame.WaivedBy!.Missing(sitting.Today.Within(instance.Item), sitting.Missing);
        }

        // What a waiver would replace: everything but being met in time.
        var open = default(StateSet);
        if (meeting.Possible)
        {
            AddMet(meeting, due, ending, ref draft, ref open);
        }

        if (!meeting.Certain)
        {
            open = ending.Certain ? open.With(TimescaleState.Ended) : Unmet(sitting, rule, due, open);
            open = ending.Possible ? open.With(TimescaleState.Ended) : open;
        }

        if (waived != Answer.No && open.Bits != 0)
        {
            open = waived == Answer.Yes ? StateSet.Of(TimescaleState.Waived) : open.With(TimescaleState.Waived);
        }

        draft.Add(open);

        draft.LadderHeld = due.LadderHeld;
        draft.Provisional = due.Provisional;
        draft.OriginalDue = due.Has ? due.Original : null;
        draft.Due = due.Has && due.Current.Earliest != DateOnly.MaxValue ? due.Current : null;
        draft.AskedFor = due.Has ? null : due.AskedFor;
        draft.MetOn = meeting.Certain ? meeting.On : null;
    }

    private static void AddMet(in Meeting meeting, in Due due, in Ending ending, ref Draft draft, ref StateSet open)
    {
        if (ending.Possible && meeting.On.Latest > ending.On.Earliest)
        {
            open = open.With(TimescaleState.Ended);
        }

        if (ending.Certain && meeting.On.Earliest > ending.On.Latest)
        {
            return;
        }

        if (!due.Has || due.MayBeUnset || meeting.On.Earliest <= due.Current.Latest)
        {
            draft.Add(TimescaleState.Met);
        }

        if (due.Has && meeting.On.Latest > due.Current.Earliest)
        {
            open = open.With(TimescaleState.MetLate);
        }
    }

    private static StateSet Unmet(Sitting sitting, CompiledTimescale rule, in Due due, StateSet open)
    {
        if (due.PausedCertain)
        {
            return open.With(TimescaleState.Paused);
        }

        if (due.PausedPossible)
        {
            open = open.With(TimescaleState.Paused);
        }

        if (!due.Has)
        {
            return open.With(TimescaleState.Outstanding);
        }

        if (due.MayBeUnset)
        {
            open = open.With(TimescaleState.Outstanding);
        }

        if (sitting.AsOf > due.Current.Earliest)
        {
            open = open.With(TimescaleState.Overdue);
        }

        if (sitting.AsOf <= due.Current.Latest)
        {
            // Due soon as soon as it may be: a reminder too early is harmless, one too late is not.
            var soon = NextChange.Add(due.Current.Earliest, -rule.SoonDays);
            open = open.With(sitting.AsOf >= soon ? TimescaleState.DueSoon : TimescaleState.Running);
        }

        return open;
    }
}
