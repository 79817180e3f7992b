using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>What a step of a plan is.</summary>
public enum StepKind
{
    /// <summary>A test of whether the law asks for a review.</summary>
    Criterion,

    /// <summary>A duty with a clock.</summary>
    Duty,

    /// <summary>Something that must have happened, or be so, at a moment.</summary>
    Gate,

    /// <summary>A checklist to sign.</summary>
    Checklist,
}

/// <summary>How a step stands in the plan.</summary>
public enum StepStanding
{
    /// <summary>Its clock runs, or it failed, or nobody has set its date yet.</summary>
    ToDo,

    /// <summary>It waits for something that is to come.</summary>
    Waiting,

    /// <summary>It waits for something that may never come, or that comes otherwise than the plan takes it to.</summary>
    OnlyIf,

    /// <summary>It cannot be told; what is missing is named.</summary>
    CannotTell,

    /// <summary>Met, or it holds.</summary>
    Done,

    /// <summary>Waived, or ended without being met.</summary>
    Over,
}

/// <summary>One step of a plan: a rule, or one instance of it.</summary>
public sealed record WorkStep
{
    /// <summary>Its place in the plan, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>What it is.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The milestone after which it comes; null: it belongs to no part of a review.</summary>
    public string? Stage { get; init; }

    /// <summary><c>once</c>, or the id of the event or item; null where there is no instance yet.</summary>
    public required string? Instance { get; init; }

    /// <summary>The item it is about, if any.</summary>
    public string? Item { get; init; }

    /// <summary>What it comes anew for, in words ("action of the action plan"); null: it comes once.</summary>
    public string? Each { get; init; }

    /// <summary>The word of the assessment's state, or of a criterion's answer.</summary>
    public required string State { get; init; }

    /// <summary>How it stands in the plan.</summary>
    public required StepStanding Standing { get; init; }

    /// <summary>When its clock started; null when it has not.</summary>
    public DateInterval? Started { get; init; }

    /// <summary>The due date, certain and not projected; null where there is none.</summary>
    public DateInterval? Due { get; init; }

    /// <summary>The last working day on or before the due date.</summary>
    public DateOnly? Target { get; init; }

    /// <summary>Where the source gives no number of days: the day on which it is asked for.</summary>
    public DateInterval? AskedFor { get; init; }

    /// <summary>When it was met, or the moment at which it held or failed; null when it was not.</summary>
    public DateInterval? On { get; init; }

    /// <summary>Its dates if each duty before it is met exactly on its own: a plan's dates, and no limits. Null where none can be worked out, or it has dates already.</summary>
    public ProjectedDates? Projected { get; init; }

    /// <summary>What it waits for, in order of preference, and last an item that is not there; empty: nothing.</summary>
    public ImmutableArray<AwaitedEvent> Awaits { get; init; } = [];

    /// <summary>When it applies at all, in words, where that depends on what has not happened; null otherwise.</summary>
    public string? Condition { get; init; }

    /// <summary>What has to happen for it to count as done; empty where no event does that.</summary>
    public ImmutableArray<RecordedAs> Meets { get; init; } = [];

    /// <summary>In words: what meets a duty, what a gate asks, what a checklist is signed by.</summary>
    public required string Asks { get; init; }

    /// <summary>What is not recorded and would settle it, as words of the vocabulary.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>The same in words for people. Tells no fact's value.</summary>
    public ImmutableArray<string> MissingSays { get; init; } = [];
}

/// <summary>Dates that hold if each earlier duty is met exactly on its date.</summary>
/// <param name="Start">When the clock would start; of a gate: when its moment would come.</param>
/// <param name="Due">When it would be due; null where no limit is stated.</param>
/// <param name="Target">The last working day on or before that.</param>
/// <param name="AskedFor">Where no limit is stated: when it would be asked for.</param>
public sealed record ProjectedDates(DateOnly Start, DateOnly? Due, DateOnly? Target, DateOnly? AskedFor);

/// <summary>Something a step waits for.</summary>
/// <param name="Event">The event's word; null where it is another rule that falls overdue, or an item that is not there yet.</param>
/// <param name="Says">In words.</param>
/// <param name="Steps">The numbers of the steps by which it is expected; empty: no rule of this plan asks for it.</param>
/// <param name="IsOtherwise">True: the plan takes that event to come otherwise, such as with another outcome.</param>
/// <param name="IsItem">True: it is an item that is not in the register yet, beside all else that is waited for.</param>
public sealed record AwaitedEvent(string? Event, string Says, ImmutableArray<int> Steps, bool IsOtherwise, bool IsItem);

/// <summary>An event that meets a duty or signs a checklist, as it is recorded.</summary>
/// <param name="Event">The event's word.</param>
/// <param name="Attributes">What has to be recorded with it; of several choices the first.</param>
/// <param name="IsAlternative">True: another of the list does as well.</param>
public sealed record RecordedAs(string Event, ImmutableSortedDictionary<string, string> Attributes, bool IsAlternative);
