using System.Collections.Immutable;
using DhrCompliance.Assessments.Binding;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Days between the milestones that are recorded, first to first, in the order of the vocabulary.</summary>
internal static class Milestones
{
    public static ImmutableArray<Milestone> Of(Sitting sitting)
    {
        var found = ImmutableArray.CreateBuilder<Milestone>();
        (string Name, DateInterval On)? previous = null;
        foreach (var shape in sitting.Rulebook.Slots.Milestones)
        {
            if (First(sitting, sitting.File.Of(shape)) is not { } on)
            {
                continue;
            }

            if (previous is { } from)
            {
                if (on.Latest < from.On.Earliest)
                {
                    // In an order that cannot be counted forwards.
                    previous = (shape.Name, on);
                    continue;
                }

                var least = Math.Max(0, on.Earliest.DayNumber - from.On.Latest.DayNumber);
                found.Add(new Milestone(from.Name, shape.Name, least, Math.Max(least, on.Latest.DayNumber - from.On.Earliest.DayNumber)));
            }

            previous = (shape.Name, on);
        }

        return found.DrainToImmutable();
    }

    /// <summary>Null: none is recorded, or one whose day nobody knows may have come first.</summary>
    private static DateInterval? First(Sitting sitting, ReadOnlySpan<BoundEvent> events)
    {
        DateInterval? first = null;
        var openFrom = DateOnly.MaxValue;
        foreach (var happened in events)
        {
            if (happened.Recorded is not { } row || happened.Earliest > sitting.AsOf)
            {
                continue;
            }

            if (!row.Date.HasEarliest || !row.Date.HasLatest || happened.Latest > sitting.AsOf)
            {
                openFrom = happened.Earliest < openFrom ? happened.Earliest : openFrom;
                continue;
            }

            first = first is { } other
                ? new DateInterval(other.Earliest < happened.Earliest ? other.Earliest : happened.Earliest, other.Latest < happened.Latest ? other.Latest : happened.Latest)
                : new DateInterval(happened.Earliest, happened.Latest);
        }

        return first is { } found && openFrom >= found.Latest ? found : null;
    }
}
