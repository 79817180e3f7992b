using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>Makes the plan of a review: what the assessment says today, what each duty waits for, and when it would come if all went to plan.</summary>
public static class WorkplanMaker
{
    /// <summary>
    /// The plan as of a day. Rules that do not apply to the case are left out, unless what has not happened yet could make them apply.
    /// Throws <see cref="ArgumentException"/> for a partnership: only a review has a plan.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="asOf">The day from which is looked ahead.</param>
    /// <param name="supposed">What the plan is to take to have happened, or to happen, on a day: events of the case itself that the rulebook's vocabulary has.</param>
    public static Workplan Of(CaseFile file, CompiledRulebook rulebook, DateOnly asOf, params ImmutableArray<SupposedEvent> supposed)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        file = rulebook.Current(file);
        if (file.Kind != SubjectKind.Review)
        {
            throw new ArgumentException($"'{file.Reference}' is no review, and only a review has a work plan.", nameof(file));
        }

        var assumed = new AssumedEvents(rulebook.Rulebook.Vocabulary);
        foreach (var one in supposed.Where(one => one.Day <= asOf).OrderBy(one => one.Day))
        {
            file = file with { Events = file.Events.AddRange(assumed.Happening(one, file)) };
        }

        var bound = rulebook.Bind(file);
        var today = rulebook.Assess(bound, asOf);
        var (packs, rules) = rulebook.LookOut(bound, asOf);
        var known = today.Timescales.Select(row => (Rule)row.Rule).Concat(today.Checks.Select(row => row.Rule)).Select(rule => rule.FullName).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Outlook> expected = [.. rules.Where(one => !known.Contains(one.Rule.FullName) && !IsOfOtherItems(one.Rule, file))];
        var projection = new Projection(file, today, rulebook, expected.Select(one => one.Rule), supposed.Where(one => one.Day > asOf));
        var phrases = new Phrases(rulebook.Rulebook);
        var making = new StepMaking(phrases, projection, new Stages(rulebook.Rulebook.Vocabulary));
        var steps = Ordered(making.Steps(today, expected).Select(step => step with { Stage = making.Stages.Of(step, projection.File) }), making.Stages);
        steps = OnlyIfLast(new Awaiting(phrases, projection, making.Stages).In(steps));
        return new Workplan
        {
            Reference = today.Reference,
            AsOf = asOf,
            Packs = packs,
            Stages = making.Stages.Told(steps, projection.File, phrases),
            Steps = steps,
            Assumed = [.. projection.Assumed.Select(one => Told(one.Event, one.Rule, phrases))],
            Supposed = [.. supposed.OrderBy(one => one.Day).Select(one => Told(one, assumed, phrases))],
            LeftOut = making.LeftOut,
            Failures = today.Failures,
        };
    }

    // There are items of the kind, and the rule is about none of them.
    private static bool IsOfOtherItems(Rule rule, CaseFile file) =>
        rule.ForEach is ForEachItem each && file.Items.Any(item => item.Kind == each.ItemKind);

    /// <summary>By stage, within it by date, and what has none by the order in which a review usually goes.</summary>
    private static ImmutableArray<WorkStep> Ordered(IEnumerable<WorkStep> steps, Stages stages) =>
    [
        .. steps.OrderBy(step => stages.PlaceOf(step.Stage))
            .ThenBy(step => step.Kind)
            .ThenBy(Day)
            .ThenBy(step => stages.PlaceOf(step.Rule))
            .Select((step, at) => step with { Number = at + 1 }),
    ];

    /// <summary>What may never come stands after all that is expected.</summary>
    private static ImmutableArray<WorkStep> OnlyIfLast(ImmutableArray<WorkStep> steps)
    {
        ImmutableArray<WorkStep> ordered = [.. steps.OrderBy(step => step.Standing == StepStanding.OnlyIf)];
        var numbers = ordered.Select((step, at) => (step.Number, Now: at + 1)).ToDictionary(one => one.Number, one => one.Now);
        return
        [
            .. ordered.Select(step => step with
            {
                Number = numbers[step.Number],
                Awaits = [.. step.Awaits.Select(awaited => awaited with { Steps = [.. awaited.Steps.Select(number => numbers[number]).Order()] })],
            }),
        ];
    }

    private static DateOnly Day(WorkStep step) =>
        (step.On ?? step.Due ?? step.AskedFor)?.Earliest ?? step.Projected?.Due ?? step.Projected?.AskedFor ?? step.Projected?.Start ?? DateOnly.MaxValue;

    private static AssumedEvent Told(CaseEvent happened, Rule rule, Phrases phrases) => new(
        happened.Event,
        Says(happened.Event, happened.Attributes, phrases),
        happened.Date.Earliest,
        rule.FullName,
        happened.Attributes.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static SupposedEvent Told(SupposedEvent one, AssumedEvents assumed, Phrases phrases) =>
        one with { Says = Says(one.Event, assumed.Taken(new EventPattern { Event = one.Event }), phrases) };

    private static string Says(string kind, IEnumerable<KeyValuePair<string, string>> attributes, Phrases phrases) => phrases.Event(new EventPattern
    {
        Event = kind,
        Where = [.. attributes.Where(pair => IsChoice(kind, pair.Key, phrases)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new AttributeTest(pair.Key, [pair.Value]))],
    });

    private static bool IsChoice(string kind, string attribute, Phrases phrases) => phrases.Rulebook.Vocabulary.Events
        .Any(one => one.Name == kind && one.Attributes.Any(type => type.Name == attribute && type.Type is ValueKind.Choice or ValueKind.Choices));
}
