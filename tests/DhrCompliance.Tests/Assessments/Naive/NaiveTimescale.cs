using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>
/// What one instance comes to in one world. A state of null: the contract does not say what this world comes to.
/// Late is not counted where it does not say whether days late count in this state, nor is the due date where a pause
/// or an extension came after it was met.
/// </summary>
internal sealed record Outcome(
    TimescaleState? State,
    DateOnly? Start = null,
    DateOnly? OriginalDue = null,
    DateOnly? Due = null,
    DateOnly? MetOn = null,
    int DaysLate = 0,
    int DaysLateAgainstOriginal = 0,
    bool IsLateCounted = true,
    bool IsDueCounted = true,
    bool HasStarted = false);

/// <summary>A timescale in a world where nothing is open: plain and slow.</summary>
internal sealed class NaiveTimescale(Small small, Timescale rule, World world)
{
    private readonly HolidayCalendar _calendar = small.Rulebook.Calendars[small.File.Jurisdiction];
    private readonly NaiveConditions _conditions = new(small, world, small.AsOf);

    /// <summary>The rule whose lateness starts the clock comes to something that the contract does not say.</summary>
    private bool _isUnsaid;

    private DateOnly AsOf => small.AsOf;

    private IEnumerable<WorldEvent> SoFar => world.Events.Where(happened => happened.Day <= AsOf);

    public IReadOnlyDictionary<string, Outcome> Outcomes()
    {
        var outcomes = All();
        return _isUnsaid ? outcomes.ToDictionary(pair => pair.Key, _ => new Outcome(null)) : outcomes;
    }

    private Dictionary<string, Outcome> All()
    {
        switch (rule.ForEach)
        {
            case null:
                return new Dictionary<string, Outcome> { ["once"] = Judge(null, null, null) };
            case ForEachItem each:
                return small.File.Items.Where(item => item.Kind == each.ItemKind).ToDictionary(item => item.Id, item => Judge(null, item.Id, null));
            case ForEachPeriod each:
                return EachPeriod(each.Period);
            default:
                return EachEvent(((ForEachEvent)rule.ForEach).Event);
        }
    }

    // One event meets at most one instance, the oldest that is open.
    private Dictionary<string, Outcome> EachEvent(EventPattern pattern)
    {
        var outcomes = new Dictionary<string, Outcome>();
        var used = new HashSet<string>();
        var instances = world.Events.Where(happened => happened.Origin == Origin.Recorded && happened.Is(pattern)).ToList();
        var starts = instances.Select(instance => Start(instance, null)).ToList();
        if (starts.Distinct().Count() != starts.Count)
        {
            return instances.ToDictionary(instance => instance.Id, _ => new Outcome(null));
        }

        // As of the day, what comes later has not happened, and is no second instance.
        var candidates = small.File.Events.Count(happened => happened.Event == pattern.Event && happened.Date.Earliest <= AsOf && pattern.Where.All(test =>
            !happened.Attributes.TryGetValue(test.Attribute, out var value) || test.OneOf.Contains(value)));
        foreach (var instance in instances.OrderBy(instance => Start(instance, null) ?? DateOnly.MaxValue))
        {
            outcomes[instance.Id] = Judge(instance, null, candidates == 1 ? null : used);
        }

        return outcomes;
    }

    // A period is told like an event on its last day that carries its own days.
    private Dictionary<string, Outcome> EachPeriod(Recurrence recurrence)
    {
        var outcomes = new Dictionary<string, Outcome>();
        var periods = NaivePeriods.Of(recurrence, small.File.KeptSince, AsOf).ToList();
        var meets = WhichMeetsWhich(periods);
        foreach (var (name, first, last) in periods)
        {
            var used = SoFar.Select(happened => happened.Id).Where(id => meets.GetValueOrDefault(id) != name).ToHashSet();
            var days = ImmutableDictionary<string, string>.Empty
                .Add(Recurrence.FirstDay, DateInterval.On(first).ToString()).Add(Recurrence.LastDay, DateInterval.On(last).ToString());
            outcomes[name] = Judge(new WorldEvent(name, "", null, rule.Starts.IsEmpty ? last : first, days, Origin.Recorded), null, used);
        }

        return outcomes;
    }

    /// <summary>By the id of an event, the period it meets: its own, where periods count from their first day and nothing met it before; else the oldest open.</summary>
    private Dictionary<string, string> WhichMeetsWhich(List<(string Name, DateOnly First, DateOnly Last)> periods)
    {
        var meets = new Dictionary<string, string>();
        var fromFirst = rule.Starts is [StartOwnDate { Name: Recurrence.FirstDay }, ..];
        var pattern = ((MetByEvent)rule.MetBy).Event;
        foreach (var happened in SoFar.Where(happened => happened.Is(pattern) && happened.Item is null))
        {
            var open = periods.Where(period => !meets.ContainsValue(period.Name) && (fromFirst ? period.First : period.Last) <= happened.Day).ToList();
            var own = open.FindIndex(period => fromFirst && happened.Day <= period.Last);
            if (open.Count > 0)
            {
                meets.Add(happened.Id, open[own < 0 ? 0 : own].Name);
            }
        }

        return meets;
    }

    private Outcome Judge(WorldEvent? instance, string? item, HashSet<string>? used)
    {
        var applies = _conditions.Ask(rule.AppliesWhen, item);
        if (instance is not null && instance.Day > AsOf)
        {
            return new Outcome(applies == Answer.No ? TimescaleState.NotApplicable : TimescaleState.NotStarted);
        }

        if (instance is not null && rule.Starts.Length > 0 && Start(instance, item) is null && instance.Day <= AsOf)
        {
            return new Outcome(null); // its own date is not recorded
        }

        var start = Start(instance, item) is { } found && found <= AsOf ? found : (DateOnly?)null;
        if (applies == Answer.No)
        {
            return new Outcome(TimescaleState.NotApplicable, HasStarted: start is not null);
        }

        if (start is not { } begun)
        {
            return new Outcome(TimescaleState.NotStarted);
        }

        return applies == Answer.CannotTell
            ? new Outcome(TimescaleState.CannotTell, HasStarted: true)
            : Run(begun, instance, item, used);
    }

    private Outcome Run(DateOnly start, WorldEvent? instance, string? item, HashSet<string>? used)
    {
        var metOn = Met(start, instance, item, used);
        var over = Ended(start);
        if (over is { } end && !(metOn <= end) && Start(instance, item, end.AddDays(1)) is { } again && again <= AsOf)
        {
            return Run(again, instance, item, used);
        }

        var clock = new NaiveClock(small, rule, world, _calendar);
        var original = clock.Original(start, instance, item);
        var due = clock.Due(start, original, metOn);
        var shown = due == DateOnly.MaxValue ? null : due;
        var settled = new Outcome(null, start, original, shown, metOn, HasStarted: true)
        {
            DaysLateAgainstOriginal = original is { } asked ? Math.Max(0, (metOn ?? AsOf).DayNumber - asked.DayNumber) : 0,
            IsDueCounted = metOn is not { } met || !SoFar.Any(happened => happened.Day > met && clock.Moves(happened)),
        };
        if (metOn is { } day && (due is not { } limit || day <= limit) && !(over < day))
        {
            return settled with { State = TimescaleState.Met };
        }

        var waived = Waived(item);
        if (waived == Answer.CannotTell)
        {
            return new Outcome(null);
        }

        if (waived == Answer.Yes)
        {
            return settled with { State = TimescaleState.Waived, IsLateCounted = false };
        }

        if (metOn is { } late && !(over < late))
        {
            return settled with { State = TimescaleState.MetLate, DaysLate = late.DayNumber - due!.Value.DayNumber };
        }

        if (over is not null)
        {
            return settled with { State = TimescaleState.Ended, IsLateCounted = false };
        }

        if (clock.IsPaused(start, original))
        {
            return settled with { State = TimescaleState.Paused, IsLateCounted = false };
        }

        if (due is not { } last)
        {
            return settled with { State = TimescaleState.Outstanding };
        }

        if (AsOf > last)
        {
            return settled with { State = TimescaleState.Overdue, DaysLate = AsOf.DayNumber - last.DayNumber };
        }

        var soon = AsOf.DayNumber >= last.DayNumber - SoonDays();
        return settled with { State = soon ? TimescaleState.DueSoon : TimescaleState.Running };
    }

    private DateOnly? Ended(DateOnly start) => SoFar
        .FirstOrDefault(happened => happened.Day >= start && rule.EndsWith.Any(happened.Is))?.Day;

    private Answer Waived(string? item) => NaiveWaiver.Ask(small, world, rule.WaivedBy, item);

    private int SoonDays()
    {
        var path = small.Rulebook.Paths.FirstOrDefault(path => path.Id == rule.Escalation);
        var before = path?.Steps.Where(step => step.OffsetDays < 0).Select(step => -step.OffsetDays).ToList() ?? [];
        return before.Count == 0 ? 14 : before.Max();
    }

    private DateOnly? Start(WorldEvent? instance, string? item, DateOnly from = default)
    {
        if (rule.Starts.IsEmpty)
        {
            return instance?.Day;
        }

        foreach (var origin in Enum.GetValues<Origin>())
        {
            foreach (var source in rule.Starts)
            {
                if (source is StartOverdue late)
                {
                    if (Overdue(late, item) is { } fell && fell >= from)
                    {
                        return fell;
                    }

                    continue;
                }

                if (source is StartOwnDate own)
                {
                    if (OwnDate(own.Name, instance, item) is { } date)
                    {
                        return date;
                    }

                    continue;
                }

                var pattern = ((StartEvent)source).Event;
                var first = SoFar.FirstOrDefault(happened => happened.Day >= from && (from == default || origin != Origin.Supposed) && happened.Origin == origin && happened.Is(pattern) && happened.Item == Owner(pattern, item));
                if (first is not null)
                {
                    return first.Day;
                }
            }
        }

        return null;
    }

    /// <summary>The day after the due date of a rule that fell overdue: of its instance for the same item, else of the first.</summary>
    private DateOnly? Overdue(StartOverdue late, string? item)
    {
        var other = small.Rules.OfType<Timescale>().Single(one => one.Id == late.Rule || one.FullName == late.Rule);
        var outcomes = new NaiveTimescale(small, other, world).Outcomes();
        var asked = outcomes.TryGetValue(item ?? "once", out var own) ? [own] : outcomes.Values.ToList();
        _isUnsaid |= asked.Exists(outcome => outcome.State is null or TimescaleState.CannotTell || !outcome.IsDueCounted);
        return asked.Where(outcome => outcome.State is TimescaleState.Overdue or TimescaleState.MetLate).Select(outcome => outcome.Due?.AddDays(1)).Min();
    }

    private DateOnly? OwnDate(string name, WorldEvent? instance, string? item)
    {
        var text = instance is not null ? instance.Attributes.GetValueOrDefault(name) : world.Facts.GetValueOrDefault((item ?? "", name));
        return text is null ? null : DateText.Day(text);
    }

    private string? Owner(EventPattern pattern, string? item) => small.Kind(pattern.Event).Of is null ? null : item;

    private DateOnly? Met(DateOnly start, WorldEvent? instance, string? item, HashSet<string>? used)
    {
        switch (rule.MetBy)
        {
            case MetByEvent met:
                return MetBy(met.Event, start, instance, item, used);
            case MetByAny any:
                return any.Events.Select(part => MetBy(part, start, instance, item, used)).Min();
            default:
                var parts = ((MetByAll)rule.MetBy).Events.Select(part => MetBy(part, start, instance, item, used)).ToList();
                return parts.Contains(null) ? null : parts.Max();
        }
    }

    private DateOnly? MetBy(EventPattern pattern, DateOnly start, WorldEvent? instance, string? item, HashSet<string>? used)
    {
        var matching = SoFar
            .Where(happened => happened.Is(pattern) && happened.Item == Owner(pattern, item))
            .Where(happened => used is null || !used.Contains(happened.Id))
            .Where(happened => instance is null || happened.Day >= instance.Day)
            .Where(happened => happened.Origin != Origin.Supposed || happened.Day >= start)
            .ToList();
        var meeting = matching.Find(happened => happened.Day >= start);
        if (used is null)
        {
            // A single instance is met by what came before its start, too.
            return (meeting ?? matching.LastOrDefault())?.Day;
        }

        if (meeting is not null)
        {
            used.Add(meeting.Id);
        }

        return meeting?.Day;
    }
}
