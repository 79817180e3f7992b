using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>
/// Which event meets which of several instances of a rule: one event meets at most one, the oldest open; but of periods whose clock counts from
/// their first day, the one in which it happened, while that is open. Exact where every date is a day; otherwise bounds that are never narrower than the truth.
/// </summary>
internal static class Rounds
{
    public static Meeting[] Assign(Sitting sitting, CompiledTimescale rule, List<Instance> instances, Start[] starts)
    {
        var pattern = rule.MetBy[0];
        var oldest = Oldest(starts);
        var events = new List<(BoundEvent Event, DateInterval On, bool Matches)>();
        var exact = true;
        var later = false;
        foreach (var happened in sitting.File.Of(pattern.Kind))
        {
            var match = pattern.Match(happened, sitting.File);
            later |= match != Answer.No && happened.Earliest > sitting.AsOf;
            if (match != Answer.No && happened.Earliest <= sitting.AsOf && !MeetingFinder.Precedes(happened, instances[oldest].Event))
            {
                var on = happened.On(sitting.AsOf);
                exact &= on.IsDay && match == Answer.Yes;
                events.Add((happened, on, match == Answer.Yes));
            }
        }

        for (var i = 0; i < starts.Length; i++)
        {
            exact &= starts[i].Exists == Answer.Yes && starts[i].On.IsDay && instances[i].Exists == Answer.Yes && instances[i].Event is null or { IsDay: true };
        }

        var meetings = new Meeting[instances.Count];
        if (exact)
        {
            Greedy(starts, events, instances, sitting.AsOf, pattern.Kind.Name, meetings);
        }
        else
        {
            var certain = CountsFromFirstDay(instances[oldest], starts[oldest]) ? CertainOfOwn(events, instances, sitting.AsOf) : Certain(starts, events, instances, sitting.AsOf);
            for (var i = 0; i < meetings.Length; i++)
            {
                var open = CountsFromFirstDay(instances[i], starts[i]) ? events.FindAll(one => !IsTakenElsewhere(one.Event, one.On, instances, i, events)) : events;
                meetings[i] = Bounds(starts[i].On, certain[i], open, instances[i], pattern.Kind.Name, sitting.AsOf);
            }
        }

        for (var i = 0; i < meetings.Length; i++)
        {
            if (!meetings[i].Certain && !later && starts[i].Exists != Answer.No
                && sitting.File.Unrecorded(pattern.Kind, starts[i].On.Earliest, sitting.AsOf) is { } window)
            {
                var on = meetings[i].Possible ? meetings[i].On.Hull(window) : window;
                meetings[i] = meetings[i] with { Possible = true, On = on };
            }
        }

        return meetings;
    }

    private static void Greedy(Start[] starts, List<(BoundEvent Event, DateInterval On, bool Matches)> events, List<Instance> instances, DateOnly asOf, string word, Meeting[] meetings)
    {
        Array.Fill(meetings, new Meeting(false, false, default, null, word, false));
        var order = Enumerable.Range(0, starts.Length).OrderBy(i => starts[i].On.Earliest).ToArray();
        foreach (var (happened, on, _) in events.OrderBy(one => one.On.Earliest))
        {
            var own = Array.FindIndex(order, i => !meetings[i].Certain && IsWithin(on, instances[i], starts[i]));
            foreach (var i in own < 0 ? order : [order[own]])
            {
                if (!meetings[i].Certain && starts[i].On.Earliest <= on.Earliest && MayAnswer(happened, on, instances[i], asOf))
                {
                    meetings[i] = new Meeting(true, true, on, happened, word, true);
                    break;
                }
            }
        }
    }

    /// <summary>
    /// The latest day on which each instance was met in every world: each certain event goes to the oldest open
    /// instance that it may meet, and counts only where it certainly may. Null: not certain.
    /// </summary>
    private static DateOnly?[] Certain(Start[] starts, List<(BoundEvent Event, DateInterval On, bool Matches)> events, List<Instance> instances, DateOnly asOf)
    {
        var met = new DateOnly?[starts.Length];
        var order = Enumerable.Range(0, starts.Length).OrderBy(i => starts[i].On.Earliest).ThenBy(i => starts[i].On.Latest).ToArray();
        foreach (var (happened, on, matches) in events.OrderBy(one => one.On.Latest).ThenBy(one => one.On.Earliest))
        {
            if (!matches || on.Latest > asOf)
            {
                continue;
            }

            foreach (var i in order)
            {
                if (met[i] is not null || starts[i].Exists == Answer.No || starts[i].On.Earliest > on.Latest || !MayAnswer(happened, on, instances[i], asOf))
                {
                    continue;
                }

                if (starts[i].On.Latest <= on.Earliest && (instances[i].Event is not { } own || own.On(asOf).Latest <= on.Earliest))
                {
                    met[i] = on.Latest;
                }

                break;
            }
        }

        return met;
    }

    /// <summary>As <see cref="Certain"/>, of periods that count from their first day: what certainly happened in one meets it, if nothing did before.</summary>
    private static DateOnly?[] CertainOfOwn(List<(BoundEvent Event, DateInterval On, bool Matches)> events, List<Instance> instances, DateOnly asOf)
    {
        var met = new DateOnly?[instances.Count];
        foreach (var (_, on, matches) in events)
        {
            for (var i = 0; matches && on.Latest <= asOf && i < met.Length; i++)
            {
                if (instances[i].Period is { } period && period.First <= on.Earliest && on.Latest <= period.Last && !(met[i] <= on.Latest))
                {
                    met[i] = on.Latest;
                }
            }
        }

        return met;
    }

    /// <summary>It certainly happened in another period, which nothing else can have met before it.</summary>
    private static bool IsTakenElsewhere(BoundEvent happened, DateInterval on, List<Instance> instances, int here, List<(BoundEvent Event, DateInterval On, bool Matches)> events) =>
        instances.FindIndex(each => each.Period is { } period && period.First <= on.Earliest && on.Latest <= period.Last) is >= 0 and var own && own != here
        && !events.Exists(other => !ReferenceEquals(other.Event, happened) && other.On.Earliest <= on.Latest && other.On.Latest >= instances[own].Period!.Value.First);

    private static bool IsWithin(DateInterval on, in Instance instance, in Start start) =>
        CountsFromFirstDay(instance, start) && instance.Period is { } period && period.First <= on.Earliest && on.Latest <= period.Last;

    private static bool CountsFromFirstDay(in Instance instance, in Start start) => instance.Period is { } period && start.On == DateInterval.On(period.First);

    private static Meeting Bounds(DateInterval start, DateOnly? certain, List<(BoundEvent Event, DateInterval On, bool Matches)> events, in Instance instance, string word, DateOnly asOf)
    {
        BoundEvent? first = null;
        var earliest = DateOnly.MaxValue;
        var latest = DateOnly.MinValue;
        foreach (var (happened, on, _) in events)
        {
            if (on.Latest < start.Earliest || !MayAnswer(happened, on, instance, asOf))
            {
                continue;
            }

            first ??= happened;
            var from = on.Earliest > start.Earliest ? on.Earliest : start.Earliest;
            earliest = from < earliest ? from : earliest;
            var by = on.Latest > asOf ? asOf : on.Latest;
            latest = by > latest ? by : latest;
        }

        if (first is null)
        {
            return new Meeting(false, false, default, null, word, false);
        }

        latest = certain ?? latest;
        return new Meeting(certain is not null, true, new DateInterval(earliest, latest < earliest ? earliest : latest), first, word, true);
    }

    /// <summary>What certainly came before the instance's own event answers an earlier round, whatever day this one's clock counts from; and none answers itself.</summary>
    private static bool MayAnswer(BoundEvent happened, DateInterval on, in Instance instance, DateOnly asOf) =>
        !ReferenceEquals(happened, instance.Event) && !MeetingFinder.Precedes(happened, instance.Event) && (instance.Event is not { } own || on.Latest >= own.On(asOf).Earliest);

    private static int Oldest(Start[] starts)
    {
        var oldest = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            oldest = starts[i].On.Earliest < starts[oldest].On.Earliest ? i : oldest;
        }

        return oldest;
    }
}
