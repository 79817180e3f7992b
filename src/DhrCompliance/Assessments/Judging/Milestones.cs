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
                var least = Math.Max(0, on.Earliest.DayNumber - from.On.Latest.DayNumber);
                found.Add(new Milestone(from.Name, shape.Name, least, Math.Max(least, on.Latest.DayNumber - from.On.Earliest.DayNumber)));
            }

            previous = (shape.Name, on);
        }

        return found.DrainToImmutable();
    }

    private static DateInterval? First(Sitting sitting, ReadOnlySpan<BoundEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened.Recorded is { } row && row.Date is { HasEarliest: true, HasLatest: true } && happened.Latest <= sitting.AsOf)
            {
                return new DateInterval(happened.Earliest, happened.Latest);
            }
        }

        return null;
    }
}
