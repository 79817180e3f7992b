using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>What each step waits for, and by which other steps that is expected.</summary>
internal sealed class Awaiting(Phrases phrases, Projection projection, Stages stages)
{
    private readonly AssumedEvents _assumed = new(phrases.Rulebook.Vocabulary);
    private readonly HashSet<string> _exceptional =
    [
        .. phrases.Rulebook.Vocabulary.Events
            .Where(kind => kind.Means is EventMeaning.Reopening or EventMeaning.PauseStart or EventMeaning.PauseEnd or EventMeaning.Extension or EventMeaning.Departure)
            .Select(kind => kind.Name),
    ];

    /// <summary>The steps with what they wait for. What waits for nothing but what may never come is put apart.</summary>
    public ImmutableArray<WorkStep> In(ImmutableArray<WorkStep> steps)
    {
        var told = steps.Select(step => step.Standing is StepStanding.Waiting or StepStanding.OnlyIf ? step with { Awaits = Of(step, steps) } : step).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < told.Length; i++)
            {
                if (told[i] is { Standing: StepStanding.Waiting, Projected: null } step && Events(step) is { Count: > 0 } events && events.TrueForAll(awaited => MayNeverCome(awaited, told)))
                {
                    told[i] = step with { Standing = StepStanding.OnlyIf };
                    changed = true;
                }
            }
        }

        return [.. told.Select(step => step with { Awaits = [.. step.Awaits.Select(awaited => WithoutDoubtful(awaited, told))] })];
    }

    private static List<AwaitedEvent> Events(WorkStep step) => [.. step.Awaits.Where(awaited => !awaited.IsItem)];

    private bool MayNeverCome(AwaitedEvent awaited, WorkStep[] steps) => awaited.IsOtherwise
        || awaited.Event is null
        || _exceptional.Contains(awaited.Event)
        || (awaited.Steps.Length > 0 && awaited.Steps.All(number => steps[number - 1].Standing == StepStanding.OnlyIf));

    /// <summary>Where a step that is expected brings it, those that may never come need not be named.</summary>
    private static AwaitedEvent WithoutDoubtful(AwaitedEvent awaited, WorkStep[] steps)
    {
        ImmutableArray<int> expected = [.. awaited.Steps.Where(number => steps[number - 1].Standing != StepStanding.OnlyIf)];
        return expected.IsEmpty ? awaited : awaited with { Steps = expected };
    }

    private ImmutableArray<AwaitedEvent> Of(WorkStep step, ImmutableArray<WorkStep> steps)
    {
        var overdue = step.Rule is Timescale { Starts: var starts } ? starts.OfType<StartOverdue>() : [];
        return
        [
            .. step.Kind == StepKind.Checklist ? [] : Patterns.Starting(step.Rule).Select(pattern => Of(pattern, step, steps)),
            .. overdue.Select(late => Of(late, step.Rule, steps)),
            .. step is { Instance: null, Rule.ForEach: ForEachItem each } ? [new AwaitedEvent(null, $"one {phrases.Item(each.ItemKind)}", [], false, true)] : Array.Empty<AwaitedEvent>(),
        ];
    }

    private AwaitedEvent Of(EventPattern pattern, WorkStep step, ImmutableArray<WorkStep> steps)
    {
        var bringing = steps.Where(other => other.Kind == StepKind.Duty && other.Rule != step.Rule && stages.PlaceOf(other.Stage) <= stages.PlaceOf(step.Stage))
            .Where(other => Brought(other.Rule).Any(met => Patterns.Agree(met, pattern)))
            .Select(other => other.Number);
        return new AwaitedEvent(pattern.Event, phrases.Event(pattern), [.. bringing], IsOtherwise(pattern, steps), false);
    }

    /// <summary>The events that a duty brings. Of several of which one will do, only what it is taken to be met by.</summary>
    private IEnumerable<EventPattern> Brought(Rule rule) => rule is Timescale { MetBy: MetByAny { Events: var any } }
        ? any.Where(pattern => projection.Assumed.Any(one => one.Rule == rule && one.Event.Event == pattern.Event))
        : rule is Timescale ? Patterns.Meeting(rule) : [];

    /// <summary>Nothing that is recorded or taken to happen matches, and every step that brings the event is taken to bring another.</summary>
    private bool IsOtherwise(EventPattern pattern, ImmutableArray<WorkStep> steps)
    {
        if (pattern.After is { } earlier && IsOtherwise(earlier, steps))
        {
            return true;
        }

        var brought = steps.SelectMany(step => Brought(step.Rule)).Where(met => met.Event == pattern.Event).ToList();
        return brought.Count > 0 && brought.TrueForAll(met => Patterns.Differs(pattern, _assumed.Taken(met)))
            && !projection.File.Events.Any(happened => Patterns.Matches(pattern, happened));
    }

    private AwaitedEvent Of(StartOverdue late, Rule rule, ImmutableArray<WorkStep> steps)
    {
        var meant = RuleReferences.Resolve(phrases.Rulebook.Packs, rule.Pack, late.Rule);
        var those = steps.Where(other => meant.Contains(other.Rule)).ToList();

        // Of several editions only that which governs is in the plan, and only that is named.
        var named = those.Count > 0 ? English.List([.. those.Select(other => $"“{other.Rule.Title}”").Distinct(StringComparer.Ordinal)], "or") : phrases.Named(rule, late.Rule);
        return new AwaitedEvent(null, $"{named} to fall overdue", [.. those.Select(other => other.Number)], false, false);
    }
}
