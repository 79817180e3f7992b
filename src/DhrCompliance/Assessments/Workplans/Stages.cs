using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>
/// The stages of a review: each milestone of the vocabulary begins one. A duty comes in the stage in which its clock starts, a gate in the
/// one before its moment. A milestone that opens a review again begins none.
/// </summary>
internal sealed class Stages
{
    private readonly Dictionary<string, int> _places;
    private readonly ImmutableArray<EventKind> _milestones;

    public Stages(Vocabulary vocabulary)
    {
        _places = vocabulary.Events.Select((kind, at) => (kind.Name, at)).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.at, StringComparer.Ordinal);
        _milestones = [.. vocabulary.Events.Where(kind => kind.Milestone && kind.Means != EventMeaning.Reopening)];
    }

    /// <summary>The milestone after which a rule comes; null: of no part of a review.</summary>
    public string? Of(Rule rule) => rule switch
    {
        Criterion => _milestones.FirstOrDefault()?.Name,
        Check { SignedBy: not null } => null,
        Check => Moment(rule) is { } moment ? Before(moment - 1) : null,
        _ => Moment(rule) is { } start ? Before(start) : Patterns.Meeting(rule).Select(Place).Min() is { } met ? Before(met - 1) : null,
    };

    /// <summary>A duty whose clock starts before its stage begins comes in the one that has begun by then.</summary>
    public string? Of(WorkStep step, CaseFile file)
    {
        if (step.Kind != StepKind.Duty || step.Stage is null || (step.Projected?.Start ?? step.Started?.Earliest) is not { } start)
        {
            return step.Stage;
        }

        var place = PlaceOf(step.Stage);
        return (_milestones.LastOrDefault(kind => _places[kind.Name] <= place && First(kind, file)?.Date.Earliest <= start) ?? _milestones[0]).Name;
    }

    /// <summary>Where a rule comes among the others, in the order in which a review usually goes.</summary>
    public int PlaceOf(Rule rule) => Patterns.Meeting(rule).Select(Place).Min() ?? Moment(rule) ?? int.MaxValue;

    /// <summary>Where a stage comes; what belongs to no part comes last.</summary>
    public int PlaceOf(string? stage) => stage is not null && _places.TryGetValue(stage, out var place) ? place : int.MaxValue;

    /// <summary>The stages that have steps, each with its day, and last what belongs to none.</summary>
    public ImmutableArray<WorkStage> Told(IEnumerable<WorkStep> steps, CaseFile file, Phrases phrases)
    {
        var used = steps.Select(step => step.Stage).ToHashSet();
        return
        [
            .. _milestones.Where(kind => used.Contains(kind.Name)).Select(kind => Told(kind, file, phrases)),
            .. used.Contains(null) ? [new WorkStage(null, "At any stage", null, null)] : Array.Empty<WorkStage>(),
        ];
    }

    private static WorkStage Told(EventKind kind, CaseFile file, Phrases phrases)
    {
        var first = First(kind, file);
        return new WorkStage(
            kind.Name,
            $"After {phrases.Event(kind.Name)}",
            first is null || AssumedEvents.IsAssumed(first) ? null : first.Date,
            first is not null && AssumedEvents.IsAssumed(first) ? first.Date.Earliest : null);
    }

    private static CaseEvent? First(EventKind kind, CaseFile file) => file.Events.Where(happened => happened.Event == kind.Name).OrderBy(happened => happened.Date.Earliest).FirstOrDefault();

    private int? Moment(Rule rule) => Patterns.Starting(rule).Select(Place).FirstOrDefault(place => place is not null);

    private int? Place(EventPattern pattern) => _places.TryGetValue(pattern.Event, out var place) ? place : null;

    private string? Before(int place) => (_milestones.LastOrDefault(kind => _places[kind.Name] <= place) ?? _milestones.FirstOrDefault())?.Name;
}
