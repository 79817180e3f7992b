using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Says why a started instance is in its state, and what would settle it.</summary>
internal static class Conclusion
{
    public static void Tell(Sitting sitting, CompiledTimescale rule, in Start start, in Meeting meeting, in Due due, in Ending ending, ref Draft draft)
    {
        Target(sitting, due);
        if (meeting.Certain)
        {
            TellMet(sitting, start, meeting);
        }
        else if (meeting.Possible)
        {
            sitting.Because(meeting.Recorded
                ? new Reason(ReasonTemplate.MetBy, meeting.Word, null, meeting.On)
                : new Reason(ReasonTemplate.NotRecorded, meeting.Word));
        }
        else if (sitting.File.File.KeptSince is { } kept)
        {
            sitting.Because(new Reason(ReasonTemplate.NotMet, meeting.Word, null, DateInterval.On(kept)));
        }

        TellState(sitting, rule, start, meeting, due, ending, draft);
        if (draft.State == TimescaleState.CannotTell)
        {
            Settle(sitting, rule, start, meeting, due);
        }
    }

    private static void TellMet(Sitting sitting, in Start start, in Meeting meeting)
    {
        if (meeting.BeforeStart)
        {
            sitting.Because(new Reason(ReasonTemplate.MetBeforeStart, meeting.Word, null, meeting.On, start.On));
        }
        else if (meeting.Event is { Recorded: null, Because: { } implying })
        {
            sitting.Because(new Reason(ReasonTemplate.MetByImplied, meeting.Word, implying.Kind.Name, meeting.On, implying.On(sitting.AsOf)));
        }
        else
        {
            sitting.Because(new Reason(ReasonTemplate.MetBy, meeting.Word, null, meeting.On));
        }
    }

    private static void TellState(Sitting sitting, CompiledTimescale rule, in Start start, in Meeting meeting, in Due due, in Ending ending, in Draft draft)
    {
        switch (draft.State)
        {
            case TimescaleState.Met when due.Has && !meeting.BeforeStart && due.Current.HasLatest:
                sitting.Because(new Reason(ReasonTemplate.InTime, null, null, default, default, Days(meeting.On.Latest, due.Current.Earliest), Days(meeting.On.Earliest, due.Current.Latest)));
                break;
            case TimescaleState.MetLate:
                sitting.Because(new Reason(ReasonTemplate.Late, null, null, default, default, draft.LateAtLeast, draft.LateAtMost));
                Unless(sitting, start);
                break;
            case TimescaleState.Overdue:
                sitting.Because(new Reason(ReasonTemplate.OverdueBy, null, null, default, default, draft.LateAtLeast, draft.LateAtMost));
                Unless(sitting, start);
                break;
            case TimescaleState.Running or TimescaleState.DueSoon:
                sitting.Because(new Reason(ReasonTemplate.DueIn, null, null, default, default, Days(sitting.AsOf, due.Current.Earliest), Days(sitting.AsOf, due.Current.Latest)));
                break;
            case TimescaleState.Outstanding:
                var on = draft.Started!.Value;
                sitting.Because(new Reason(ReasonTemplate.OutstandingFor, null, null, due.AskedFor, default, Days(on.Latest, sitting.AsOf), Days(on.Earliest, sitting.AsOf)));
                break;
            case TimescaleState.Waived:
                sitting.Because(new Reason(ReasonTemplate.WaivedBecause, null, rule.Frame.WaiverTitle));
                break;
            case TimescaleState.Ended:
                sitting.Because(new Reason(ReasonTemplate.EndedBy, ending.Word, null, ending.On));
                break;
            case TimescaleState.CannotTell when meeting.Certain && draft.LateAtMost > 0:
                sitting.Because(new Reason(ReasonTemplate.InTimeOrLate, null, null, default, default, draft.LateAtMost));
                break;
        }
    }

    private static void Target(Sitting sitting, in Due due)
    {
        if (!due.Has || !due.Current.IsDay || due.Current.Earliest == DateOnly.MaxValue || due.Current.Earliest == DateOnly.MinValue)
        {
            return;
        }

        var day = due.Current.Earliest;
        if (!sitting.Calendar.IsWorkingDay(day))
        {
            var name = sitting.Calendar.HolidayOn(day) ?? day.DayOfWeek.ToString();
            sitting.Because(new Reason(ReasonTemplate.WorkingDayTarget, null, name, DateInterval.On(sitting.Calendar.LastWorkingDayOnOrBefore(day)), due.Current));
        }

        if (due.Provisional)
        {
            sitting.Because(new Reason(ReasonTemplate.Provisional, null, null, DateInterval.On(sitting.Calendar.KnownUntil)));
        }
    }

    /// <summary>Names what would settle it, the one date that matters first.</summary>
    private static void Settle(Sitting sitting, CompiledTimescale rule, in Start start, in Meeting meeting, in Due due)
    {
        var conditions = sitting.Missing.Count;
        // What has certainly not happened is not asked about.
        if (meeting is { Possible: true, Recorded: false })
        {
            sitting.Miss(meeting.Word);
            sitting.Because(new Reason(ReasonTemplate.SettledByWhether, meeting.Word));
        }
        else if (meeting.Possible && (!meeting.On.IsDay || meeting.Event is { Recorded: null }))
        {
            sitting.Miss(meeting.Word);
            sitting.Because(new Reason(ReasonTemplate.SettledByDateOf, meeting.Word));
        }

        if (start.Overdue is { } overdue)
        {
            OverdueStarts.Miss(sitting, overdue);
        }
        else if (!start.On.IsDay || start.IsImplied || start.Exists != Answer.Yes)
        {
            sitting.Miss(start.Word);
            sitting.Because(new Reason(ReasonTemplate.SettledByDateOf, start.Word));
        }

        foreach (var word in PauseWords(sitting, rule, due))
        {
            sitting.Miss(word);
            sitting.Because(new Reason(ReasonTemplate.SettledByDateOf, word));
        }

        for (var i = 0; i < conditions; i++)
        {
            sitting.Because(new Reason(ReasonTemplate.SettledByFact, sitting.Missing[i]));
        }
    }

    private static IEnumerable<string> PauseWords(Sitting sitting, CompiledTimescale rule, Due due)
    {
        if (!due.PausedPossible && due.Current == due.Original)
        {
            yield break;
        }

        foreach (var pause in sitting.File.Pauses)
        {
            var from = pause.Start.On(sitting.AsOf);
            if (from.Earliest > sitting.AsOf || (pause.Reason is { } reason && !rule.Rule.PausedBy.Contains(reason)))
            {
                continue;
            }

            if (!pause.Start.IsDay)
            {
                yield return pause.Start.Kind.Name;
            }

            if (sitting.Rulebook.Slots.PauseEnd is { } end
                && (pause.End is { } ended ? !ended.IsDay : sitting.File.Unrecorded(end, from.Earliest, sitting.AsOf) is not null))
            {
                yield return end.Name;
            }
        }
    }

    /// <summary>What is not recorded counts for nothing, but may have happened while no register was kept.</summary>
    private static void Unless(Sitting sitting, in Start start)
    {
        if (sitting.File.File.KeptSince is not { } kept || start.On.Earliest < kept)
        {
            sitting.Because(new Reason(ReasonTemplate.UnlessUnrecorded));
        }
    }

    // From or to an end that is open there is no number of days.
    private static int Days(DateOnly from, DateOnly to) =>
        from == DateOnly.MinValue || to == DateOnly.MaxValue ? int.MaxValue : Math.Max(0, to.DayNumber - from.DayNumber);
}
