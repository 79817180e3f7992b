using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Judges every instance of a timescale.</summary>
internal static class TimescaleJudge
{
    public static void Judge(Sitting sitting, Standing standing, CompiledTimescale rule)
    {
        if (rule.Frame.IsOnce)
        {
            One(sitting, standing, rule, Instances.Once, null, null);
            return;
        }

        var instances = sitting.Instances;
        instances.Clear();
        Instances.Of(sitting, standing, rule.Frame, instances);
        var starts = new Start[instances.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = StartFinder.Find(sitting, rule, instances[i], DateOnly.MinValue);
        }

        // Several instances share the events that meet them; items have their own. What came before a period meets no duty of it.
        var shared = (rule.Frame.EachEvent is not null && instances.Count > 1 && rule.MetBy is [{ Kind.ItemKind: < 0 }])
            || (rule.Frame.EachPeriod is not null && instances.Count > 0);
        var meetings = shared ? Rounds.Assign(sitting, rule, instances, starts) : null;
        for (var i = 0; i < starts.Length; i++)
        {
            One(sitting, standing, rule, instances[i], starts[i], meetings?[i]);
        }
    }

    private static void One(Sitting sitting, Standing standing, CompiledTimescale rule, in Instance instance, Start? given, Meeting? assigned)
    {
        var start = given ?? StartFinder.Find(sitting, rule, instance, DateOnly.MinValue);
        if (!sitting.Governs(standing, instance, start))
        {
            return;
        }

        var draft = new Draft(rule, instance);
        var applies = Applicability.Of(sitting, rule.Frame, instance);
        if (standing.Others is not null)
        {
            sitting.Because(new Reason(ReasonTemplate.EditionsCould, standing.DecidedBy, standing.Others, standing.Decided));
        }

        if (applies == Answer.No)
        {
            draft.Add(TimescaleState.NotApplicable);
            DescribeApplicability(sitting, rule);
        }
        else if (start.Exists == Answer.No)
        {
            Unstarted(sitting, rule, start, ref draft);
        }
        else if (start.On.Earliest > sitting.AsOf)
        {
            draft.Add(TimescaleState.NotStarted);
            draft.Started = start.On;
            sitting.Because(instance.Period is { } period && start.Event is null
                ? StartReasons.OfPeriod(period, start)
                : new Reason(ReasonTemplate.StartLater, start.Word, null, start.On));
            sitting.Next.Consider(start.On.Earliest);
        }
        else
        {
            Running(sitting, standing, rule, instance, start, assigned, ref draft);
            if (applies == Answer.CannotTell)
            {
                draft.Add(TimescaleState.NotApplicable);
                draft.LateAtLeast = draft.LateOriginalAtLeast = 0;
                Applicability.Miss(sitting, rule.Frame, instance);
                sitting.Because(Applicability.Unclear(sitting, standing));
            }
        }

        if (applies != Answer.No)
        {
            Departures.Tell(sitting, rule.Frame, draft.State == TimescaleState.Overdue);
        }

        sitting.Timescales.Add(draft.Result(sitting));
    }

    private static void Running(Sitting sitting, Standing standing, CompiledTimescale rule, in Instance instance, Start start, Meeting? assigned, ref Draft draft)
    {
        var mayNotBe = instance.Event is { } own && own.On(sitting.AsOf).Latest > sitting.AsOf;
        if (start.Exists == Answer.CannotTell || start.On.Latest > sitting.AsOf || mayNotBe)
        {
            draft.Add(TimescaleState.NotStarted);
            sitting.Next.Consider(start.On.Latest);
        }

        StartReasons.Tell(sitting, rule, instance, start);
        draft.Started = start.On;
        var meeting = assigned ?? MeetingFinder.Find(sitting, rule, instance, start);
        var due = DueFinder.Find(sitting, standing, rule, instance, start, meeting);
        var ending = EndFinder.Find(sitting, rule, instance, start.On, meeting);
        if (ending is { Certain: true, Restart: { } again })
        {
            // Ended, and started anew by a later start: what came before is over.
            sitting.Because(new Reason(ReasonTemplate.EndedBy, ending.Word, null, ending.On));
            sitting.Missing.Clear();
            Running(sitting, standing, rule, instance, again, null, ref draft);
            return;
        }

        StateFinder.Find(sitting, rule, instance, meeting, due, ending, ref draft);
        Lateness.Count(sitting, meeting, due, ref draft);
        if (ending.MayRestart)
        {
            MayHaveStartedAnew(ref draft);
        }

        Conclusion.Tell(sitting, rule, start, meeting, due, ending, ref draft);
        if (due.Has)
        {
            sitting.Next.ConsiderDue(due.Current, rule);
        }
        else
        {
            sitting.Next.ConsiderDue(due.AskedFor, rule);
            sitting.Next.Consider(due.AskedFor.Earliest);
            sitting.Next.Consider(due.AskedFor.Latest);
        }
    }

    // From when it runs, and so until when, cannot be told.
    private static void MayHaveStartedAnew(ref Draft draft)
    {
        foreach (var state in ClockStates)
        {
            draft.Add(state);
        }

        draft.Started = draft.OriginalDue = draft.Due = draft.AskedFor = draft.MetOn = null;
        draft.LateAtLeast = draft.LateOriginalAtLeast = 0;
        draft.LateAtMost = draft.LateOriginalAtMost = int.MaxValue;
    }

    private static void Unstarted(Sitting sitting, CompiledTimescale rule, in Start start, ref Draft draft)
    {
        draft.Add(TimescaleState.NotStarted);
        var mayHave = false;
        foreach (var source in rule.Starts)
        {
            if (source.Event is { } pattern && sitting.File.Unrecorded(pattern.Kind, DateOnly.MinValue, sitting.AsOf) is not null)
            {
                mayHave = true;
                sitting.Miss(pattern.Kind.Name);
            }
            else if (source is { Event: null, Overdue: null })
            {
                // A date of the instance itself that nobody recorded: it cannot be told when it falls due.
                mayHave = true;
                sitting.Miss(source.Name);
            }
        }

        if (!mayHave)
        {
            sitting.Because(start.Overdue is { } overdue
                ? new Reason(ReasonTemplate.NotOverdue, overdue.Name, overdue.Title)
                : new Reason(ReasonTemplate.NotStarted, start.Word));
            return;
        }

        var isOpen = rule.Terms is null && rule.Next is null && rule.Dates.IsEmpty;
        foreach (var state in isOpen ? OpenStates : ClockStates)
        {
            draft.Add(state);
        }

        // From a day that nobody knows it may be late by any number of days.
        draft.LateAtMost = draft.LateOriginalAtMost = isOpen ? 0 : int.MaxValue;

        sitting.Because(new Reason(ReasonTemplate.StartUnknown, sitting.Missing[0]));
        sitting.Because(new Reason(ReasonTemplate.SettledByWhether, sitting.Missing[0]));
    }

    private static readonly TimescaleState[] OpenStates = [TimescaleState.Outstanding, TimescaleState.Met, TimescaleState.Paused, TimescaleState.Waived, TimescaleState.Ended, TimescaleState.NotApplicable];

    private static readonly TimescaleState[] ClockStates =
    [
        TimescaleState.Running, TimescaleState.DueSoon, TimescaleState.Overdue, TimescaleState.Outstanding, TimescaleState.Met,
        TimescaleState.MetLate, TimescaleState.Paused, TimescaleState.Waived, TimescaleState.Ended, TimescaleState.NotApplicable,
    ];

    private static void DescribeApplicability(Sitting sitting, CompiledTimescale rule)
    {
        if (rule.Frame.AppliesWhen is { } condition)
        {
            condition.Describe(sitting.Today, sitting.Reasons);
        }

        sitting.Because(new Reason(ReasonTemplate.DoesNotApply, rule.Rule.Id, rule.Rule.Governs is null ? "its condition" : "its condition or the day it began"));
    }
}
