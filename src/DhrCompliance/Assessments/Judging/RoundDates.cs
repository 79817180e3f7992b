using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Dates of the event that an item belongs to: its own day, and those recorded with it.</summary>
internal static class RoundDates
{
    /// <summary>The start that is the day of the event, or a date recorded with it.</summary>
    public static Start Start(Sitting sitting, CompiledRound round, in CompiledStart start, in Instance instance, int source, DateOnly after)
    {
        DateInterval? all = null;
        var events = round.Events(sitting.File, instance.Item, out var sure);
        foreach (var happened in events)
        {
            if ((start.Attribute < 0 ? happened.On(sitting.AsOf) : OwnDates.Parse(happened.Attributes[start.Attribute])) is { } date && date.Latest >= after)
            {
                all = all is { } other ? other.Hull(date) : date;
            }
        }

        return all is not { } on ? default
            : new Start(sure ? Answer.Yes : Answer.CannotTell, on, sure && start.Attribute < 0 ? events[0] : null, source, start.Attribute < 0 ? round.Kind.Name : start.Name);
    }

    /// <summary>The date that was set with the event; null: none was.</summary>
    public static SetDate? Set(BoundCase file, CompiledRound round, in CompiledDate source, in Instance instance)
    {
        DateInterval? all = null;
        var events = round.Events(file, instance.Item, out var sure);
        foreach (var happened in events)
        {
            if (OwnDates.Parse(happened.Attributes[source.Attribute]) is { } date)
            {
                all = all is { } other ? other.Hull(date) : date;
            }
        }

        return all is { } on ? new SetDate(on, source.Name, sure) : null;
    }
}
