using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Works out a due date on both ends, with its derivation.</summary>
internal static class DueFinder
{
    public static Due Find(Sitting sitting, Standing standing, CompiledTimescale rule, in Instance instance, in Start start, in Meeting meeting)
    {
        var due = default(Due);
        var terms = rule.Terms;
        if (terms is not null)
        {
            due.Has = true;
            due.Original = DueDates.Due(start.On, terms, sitting.Calendar);
            due.Provisional = due.Original.HasLatest && DueDates.IsProvisional(due.Original.Latest, terms, sitting.Calendar);
            Reckoning.Tell(sitting, terms, rule.LengthText, start.On, due.Original);
        }
        else if (rule.Next is { } next && NextEvents.Find(sitting, next, start) is { } following)
        {
            due.Has = true;
            due.MayBeUnset = !following.Certain;
            due.Original = following.Date;
            sitting.Because(new Reason(ReasonTemplate.DueNext, following.Word, null, following.Date));
            if (!following.Certain || !following.Date.IsDay)
            {
                sitting.Miss(following.Word);
            }
        }
        else if (SetDates.Find(sitting, rule, instance, start) is { } set)
        {
            due.Has = true;
            due.MayBeUnset = !set.Certain;
            due.Original = set.Date;
            sitting.Because(new Reason(ReasonTemplate.DueSet, set.Word, null, set.Date));
        }
        else
        {
            due.AskedFor = rule.AskAfter is { } ask ? DueDates.Due(start.On, ask, sitting.Calendar) : start.On;
            if (rule.Next is { } unplanned)
            {
                sitting.Because(new Reason(ReasonTemplate.NoNext, unplanned.Kind.Name));
                sitting.Miss(unplanned.Kind.Name);
            }

            foreach (var wanted in rule.Dates)
            {
                sitting.Miss(wanted.Name);
            }
        }

        due.Current = due.Original;
        var pauses = Pausing.Relevant(sitting, rule, start);
        if (pauses.Count > 0)
        {
            Pausing.Apply(sitting, terms, start, pauses, ref due);
        }

        if (due.Has && rule.ExtendedBy is not null)
        {
            Extending.Apply(sitting, rule, instance, meeting, pauses, ref due);
        }

        if (due.Has && Floor(standing, rule) is { } floor)
        {
            ApplyFloor(sitting, floor, pauses, ref due);
        }

        if (pauses.Count > 0)
        {
            Pausing.Running(sitting, pauses, ref due);
            if (due.Has && due.Current.Earliest >= sitting.AsOf && pauses.Exists(pause => pause.Pause.Start.Latest == DateOnly.MaxValue))
            {
                // What began nobody knows when began by today, and tomorrow only by tomorrow: until the due date it may stop being in time on any day.
                sitting.Next.Consider(NextChange.Add(sitting.AsOf, 1));
            }
        }

        return due;
    }

    /// <summary>The later of the day the pack and the day the rule itself began.</summary>
    private static DateInterval? Floor(Standing standing, CompiledTimescale rule)
    {
        var own = rule.Rule.Governs?.From;
        return standing.Floor is { } pack && own is { } from ? AtLeast(pack, from) : standing.Floor ?? own;
    }

    private static void ApplyFloor(Sitting sitting, DateInterval floor, List<(UncertainPause Days, BoundPause Pause)> pauses, ref Due due)
    {
        due.Original = AtLeast(due.Original, floor);
        var raised = AtLeast(due.Current, floor);
        if (raised != due.Current)
        {
            // A pause that runs while the law begins stops its clock as well.
            due.Current = pauses.Count > 0 ? Pausing.Set(new DateInterval(NextChange.Add(raised.Earliest, -1), NextChange.Add(raised.Latest, -1)), raised, pauses) : raised;
            sitting.Because(new Reason(ReasonTemplate.Floor, null, null, floor));
        }
    }

    private static DateInterval AtLeast(DateInterval date, DateInterval floor)
    {
        var earliest = floor.Earliest > date.Earliest ? floor.Earliest : date.Earliest;
        var latest = floor.Latest > date.Latest ? floor.Latest : date.Latest;
        return new DateInterval(earliest, latest);
    }
}
