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
            var clamped = start.On.IsDay && DueDates.IsClamped(start.On.Earliest, terms);
            sitting.Because(new Reason(clamped ? ReasonTemplate.DueClamped : ReasonTemplate.DueFrom, null, PeriodText.Of(terms.Length), start.On, due.Original));
        }
        else if (SetDate(sitting, rule, instance, start) is var (date, word))
        {
            due.Has = true;
            due.Original = date;
            sitting.Because(new Reason(ReasonTemplate.DueSet, word, null, date));
        }
        else
        {
            due.AskedFor = rule.AskAfter is { } ask ? DueDates.Due(start.On, new LimitTerms(ask), sitting.Calendar) : start.On;
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

        if (pauses.Count > 0)
        {
            Pausing.Running(sitting, pauses, ref due);
        }

        if (due.Has && standing.Floor is { } floor)
        {
            ApplyFloor(sitting, floor, ref due);
        }

        return due;
    }

    private static (DateInterval Date, string Word)? SetDate(Sitting sitting, CompiledTimescale rule, in Instance instance, in Start start)
    {
        foreach (var source in rule.Dates)
        {
            if (source.Event is null)
            {
                if (OwnDates.Of(sitting.File, instance, source.Attribute, source.Fact) is { } own)
                {
                    return (own, source.Name);
                }

                continue;
            }

            DateInterval? latest = null;
            foreach (var happened in sitting.File.Of(source.Event))
            {
                if (happened.On(sitting.AsOf).Latest <= sitting.AsOf && happened.Latest >= start.On.Earliest
                    && (happened.Kind.ItemKind < 0 || instance.Item < 0 || happened.Item == instance.Item))
                {
                    latest = OwnDates.Parse(happened.Attributes[source.Attribute]) ?? latest;
                }
            }

            if (latest is { } found)
            {
                return (found, source.Name);
            }
        }

        return null;
    }

    private static void ApplyFloor(Sitting sitting, DateInterval floor, ref Due due)
    {
        var raised = AtLeast(due.Current, floor);
        if (raised != due.Current)
        {
            due.Current = raised;
            due.Original = AtLeast(due.Original, floor);
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
