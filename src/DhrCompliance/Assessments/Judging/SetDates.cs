using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>A date that someone set.</summary>
/// <param name="Date">All days it can be.</param>
/// <param name="Word">Where it was found.</param>
/// <param name="Certain">False: whether it was set by the day, on or after the start, is not certain.</param>
internal readonly record struct SetDate(DateInterval Date, string Word, bool Certain);

/// <summary>Finds the date that someone set: the first in the rule's list that is recorded, of several events the latest.</summary>
internal static class SetDates
{
    /// <summary>Null: certainly none was set.</summary>
    public static SetDate? Find(Sitting sitting, CompiledTimescale rule, in Instance instance, in Start start)
    {
        SetDate? found = null;
        foreach (var source in rule.Dates)
        {
            var set = source.Event is not null ? Latest(sitting, source, instance, start)
                : source.Round is { } round ? RoundDates.Set(sitting.File, round, source, instance)
                : OwnDates.Of(sitting.File, instance, source.Attribute, source.Fact, source.Day) is { } own ? new SetDate(own, source.Name, true)
                : null;
            if (set is not { } one)
            {
                continue;
            }

            found = found is { } earlier ? new SetDate(earlier.Date.Hull(one.Date), earlier.Word, one.Certain) : one;
            if (one.Certain)
            {
                break;
            }
        }

        return found;
    }

    private static SetDate? Latest(Sitting sitting, in CompiledDate source, in Instance instance, in Start start)
    {
        var candidates = new List<(BoundEvent Event, DateInterval Until)>();
        var certain = false;
        foreach (var happened in sitting.File.Of(source.Event!))
        {
            var on = happened.On(sitting.AsOf);
            if (on.Earliest > sitting.AsOf || on.Latest < start.On.Earliest
                || (happened.Kind.ItemKind >= 0 && instance.Item >= 0 && happened.Item != instance.Item)
                || OwnDates.Parse(happened.Attributes[source.Attribute]) is not { } until)
            {
                continue;
            }

            if (on.Latest <= sitting.AsOf && on.Earliest >= start.On.Latest)
            {
                certain = true;
                candidates.RemoveAll(earlier => earlier.Event.On(sitting.AsOf).Latest <= on.Earliest);
            }

            candidates.Add((happened, until));
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        var date = candidates[0].Until;
        foreach (var (_, until) in candidates)
        {
            date = date.Hull(until);
        }

        return new SetDate(date, source.Name, certain);
    }
}
