using System.Runtime.InteropServices;
using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What recorded pauses do to a clock. Only those whose reason the rule names; nothing pauses by itself.</summary>
internal static class Pausing
{
    private static readonly List<(UncertainPause Days, BoundPause Pause)> None = [];

    /// <summary>The pauses that stop this clock, or may, as of the day.</summary>
    public static List<(UncertainPause Days, BoundPause Pause)> Relevant(Sitting sitting, CompiledTimescale rule, in Start start)
    {
        if (rule.Rule.PausedBy.IsEmpty || sitting.File.Pauses.Length == 0)
        {
            return None;
        }

        var found = new List<(UncertainPause, BoundPause)>(sitting.File.Pauses.Length);
        foreach (var pause in sitting.File.Pauses)
        {
            var from = pause.Start.On(sitting.AsOf);
            if (from.Earliest > sitting.AsOf || (pause.Reason is { } reason && !rule.Rule.PausedBy.Contains(reason)))
            {
                continue;
            }

            var until = Until(sitting, pause, from);
            if (until.Latest >= start.On.Earliest)
            {
                found.Add((new UncertainPause(from, until, pause.Reason is not null && from.Latest <= sitting.AsOf), pause));
            }
        }

        return found;
    }

    /// <summary>Moves the due date by the pauses.</summary>
    public static void Apply(Sitting sitting, LimitTerms? terms, in Start start, List<(UncertainPause Days, BoundPause Pause)> pauses, ref Due due)
    {
        foreach (var (days, pause) in pauses)
        {
            var template = days.Until.Latest == DateOnly.MaxValue && days.Until.Earliest != DateOnly.MaxValue ? ReasonTemplate.PauseMayRun : ReasonTemplate.PausedFor;
            sitting.Because(new Reason(template, pause.Reason, null, days.From, days.Until));
        }

        if (!due.Has)
        {
            return;
        }

        due.Current = terms is not null
            ? Pauses.Moved(start.On, terms, sitting.Calendar, Days(pauses))
            : Set(start.On, due.Current, pauses);
        if (due.Current != due.Original)
        {
            var most = due.Current.HasLatest ? due.Current.Latest.DayNumber - due.Original.Latest.DayNumber : 0;
            var least = due.Current.Earliest != DateOnly.MaxValue ? due.Current.Earliest.DayNumber - due.Original.Earliest.DayNumber : 0;
            if (due.Current.Earliest == DateOnly.MaxValue)
            {
                // It has not ended: no day stands in the place of the due date, and what can be counted is what was left of the limit.
                (least, most) = (LeftOf(start.On, due.Original, pauses), 0);
            }

            var template = terms is { Roll: not Roll.None } ? ReasonTemplate.MovedByPausesAndRolled : ReasonTemplate.MovedByPauses;
            sitting.Because(new Reason(template, null, null, due.Original, due.Current, Math.Max(0, least), Math.Max(0, most)));
        }
    }

    /// <summary>Whether a pause runs on the day, and whether it began in time to count.</summary>
    public static void Running(Sitting sitting, List<(UncertainPause Days, BoundPause Pause)> pauses, ref Due due)
    {
        for (var i = 0; i < pauses.Count; i++)
        {
            var days = pauses[i].Days;
            if (days.From.Earliest > sitting.AsOf || days.Until.Latest <= sitting.AsOf)
            {
                continue;
            }

            var certain = days.Certain && days.Until.Earliest > sitting.AsOf;
            if (!due.Has || due.MayBeUnset || days.From.Earliest < due.Current.Latest)
            {
                due.PausedPossible = true;
                due.PausedCertain |= certain && (!due.Has || Began(days, due));
            }
            else if (certain)
            {
                due.LadderHeld = true;
                sitting.Because(new Reason(ReasonTemplate.PauseTooLate, pauses[i].Pause.Reason, null, days.From, due.Current));
            }
        }
    }

    /// <summary>All the pauses as the calendar wants them.</summary>
    public static UncertainPause[] Days(List<(UncertainPause Days, BoundPause Pause)> pauses)
    {
        var days = new UncertainPause[pauses.Count];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = pauses[i].Days;
        }

        return days;
    }

    /// <summary>
    /// How many days of the limit were left when the pause that has not ended began: the same on every day of it, as each moves the due date by one.
    /// 0 where a date is not known to the day.
    /// </summary>
    private static int LeftOf(DateInterval start, DateInterval due, List<(UncertainPause Days, BoundPause Pause)> pauses)
    {
        if (!start.IsDay || !due.IsDay || !due.HasLatest || pauses.Exists(pause => pause.Days is not { Certain: true, From.IsDay: true, Until.IsDay: true }))
        {
            return 0;
        }

        var began = pauses.Where(pause => pause.Days.Until.Latest == DateOnly.MaxValue).Min(pause => pause.Days.From.Earliest);
        began = began > start.Earliest ? began : start.Earliest;
        PausedDays[] ended = [.. pauses
            .Select(pause => pause.Days)
            .Where(days => days.From.Earliest < began)
            .Select(days => new PausedDays(days.From.Earliest, days.Until.Latest < began ? days.Until.Latest : began))];
        return Pauses.Moved(start.Earliest, due.Earliest, ended).Due.DayNumber - began.DayNumber;
    }

    // An open pause that began before the due date carries the due date away with it.
    private static bool Began(UncertainPause days, in Due due) =>
        due.Current.Earliest == DateOnly.MaxValue || days.From.Latest < due.Current.Earliest;

    private static DateInterval Until(Sitting sitting, BoundPause pause, DateInterval from)
    {
        if (pause.End is { } end && end.On(sitting.AsOf) is var on && on.Earliest <= sitting.AsOf)
        {
            var earliest = on.Earliest > from.Earliest ? on.Earliest : from.Earliest;
            var latest = on.Latest > sitting.AsOf ? DateOnly.MaxValue : on.Latest;
            return new DateInterval(earliest, latest < earliest ? earliest : latest);
        }

        var ended = pause.End is null && sitting.Rulebook.Slots.PauseEnd is { } kind && sitting.File.Unrecorded(kind, from.Earliest, sitting.AsOf) is not null;
        return new DateInterval(ended ? from.Earliest : DateOnly.MaxValue, DateOnly.MaxValue);
    }

    /// <summary>Moves a date that someone set: exactly where everything is a day, otherwise by at most all the days that may be paused.</summary>
    public static DateInterval Set(DateInterval start, DateInterval due, List<(UncertainPause Days, BoundPause Pause)> pauses)
    {
        var exact = start.IsDay && due.IsDay;
        var most = 0L;
        var span = new List<PausedDays>(pauses.Count);
        foreach (var (days, _) in pauses)
        {
            exact &= days is { Certain: true, From.IsDay: true, Until.IsDay: true };
            most += days.Until.Latest == DateOnly.MaxValue ? int.MaxValue : days.Until.Latest.DayNumber - days.From.Earliest.DayNumber;
            span.Add(new PausedDays(days.From.Earliest, days.Until.Latest));
        }

        return exact
            ? DateInterval.On(Pauses.Moved(start.Earliest, due.Earliest, CollectionsMarshal.AsSpan(span)).Due)
            : new DateInterval(due.Earliest, NextChange.Add(due.Latest, (int)Math.Min(most, int.MaxValue)));
    }
}
