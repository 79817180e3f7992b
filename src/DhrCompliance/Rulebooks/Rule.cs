using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks;

/// <summary>What makes a rule binding.</summary>
public enum Force
{
    /// <summary>An Act.</summary>
    Statute,

    /// <summary>Guidance that bodies must have regard to.</summary>
    Guidance,

    /// <summary>A local protocol.</summary>
    Local,

    /// <summary>Good practice.</summary>
    GoodPractice,
}

/// <summary>How a rule follows from its source.</summary>
public enum Basis
{
    /// <summary>The source says it.</summary>
    Stated,

    /// <summary>Our reading of the source.</summary>
    Read,

    /// <summary>Our proposal.</summary>
    Proposed,
}

/// <summary>What every rule has.</summary>
public abstract record Rule
{
    private protected Rule()
    {
    }

    /// <summary>The pack's id.</summary>
    public required string Pack { get; init; }

    /// <summary>Unique within the pack.</summary>
    public required string Id { get; init; }

    /// <summary>The ids it had before, without the pack where it was this one: its history is theirs.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary><c>pack/id</c>.</summary>
    public string FullName => field ??= $"{Pack}/{Id}";

    /// <summary>What must be done, as a heading.</summary>
    public required string Title { get; init; }

    /// <summary>Whom it is about: each review, or the partnership itself.</summary>
    public SubjectKind Subject { get; init; }

    /// <summary>The role whose duty it is; null for a criterion.</summary>
    public string? Owner { get; init; }

    /// <summary>What makes it binding.</summary>
    public Force Force { get; init; }

    /// <summary>How it follows from its source.</summary>
    public Basis Basis { get; init; }

    /// <summary>The passages it rests on; empty only where <see cref="Basis"/> is <see cref="Basis.Proposed"/>, in a rulebook that was read without mistakes.</summary>
    public ImmutableArray<Citation> Cite { get; init; } = [];

    /// <summary>False: not verified, and shown as such.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>Its own governance beside the pack's; null: the pack's alone.</summary>
    public Governance? Governs { get; init; }

    /// <summary>The rule of another pack that it is tighter than, by its name; null: none. See <see cref="RuleReferences"/>.</summary>
    public string? Tightens { get; init; }

    /// <summary>The rule of another pack that it departs from, by its name; null: none.</summary>
    public string? DepartsFrom { get; init; }

    /// <summary>No: not applicable. Null: always applies.</summary>
    public Condition? AppliesWhen { get; init; }

    /// <summary>What gives the instances; null: once a case.</summary>
    public ForEach? ForEach { get; init; }

    /// <summary>Yes: waived. Null: never.</summary>
    public Condition? WaivedBy { get; init; }

    /// <summary>The id of its escalation path; null: nobody is written to.</summary>
    public string? Escalation { get; init; }
}

/// <summary>What gives a rule's instances. A closed set of forms.</summary>
public abstract record ForEach
{
    private protected ForEach()
    {
    }
}

/// <summary>One instance for each event that matches.</summary>
public sealed record ForEachEvent(EventPattern Event) : ForEach;

/// <summary>One instance for each item of a kind (whose own facts satisfy <paramref name="Where"/>, if given).</summary>
public sealed record ForEachItem(string ItemKind, Condition? Where = null) : ForEach;

/// <summary>One instance for each whole period, of a partnership's register.</summary>
public sealed record ForEachPeriod(Recurrence Period) : ForEach;

/// <summary>A test of whether the law asks for a review.</summary>
public sealed record Criterion : Rule
{
    /// <summary>When it is met.</summary>
    public required Condition When { get; init; }
}

/// <summary>A duty with a clock.</summary>
public sealed record Timescale : Rule
{
    /// <summary>What starts the clock, in order of preference. Empty: the instance's own date.</summary>
    public ImmutableArray<StartSource> Starts { get; init; } = [];

    /// <summary>How long.</summary>
    public required TimeLimit Limit { get; init; }

    /// <summary>What meets it.</summary>
    public required Fulfilment MetBy { get; init; }

    /// <summary>The events by which another date was agreed; null: none extends it.</summary>
    public EventPattern? ExtendedBy { get; init; }

    /// <summary>The reasons of recorded pauses that stop this clock.</summary>
    public ImmutableArray<string> PausedBy { get; init; } = [];

    /// <summary>What ends a running instance without meeting it.</summary>
    public ImmutableArray<EventPattern> EndsWith { get; init; } = [];
}

/// <summary>What starts a clock. A closed set of forms.</summary>
public abstract record StartSource
{
    private protected StartSource()
    {
    }
}

/// <summary>The earliest event that matches.</summary>
public sealed record StartEvent(EventPattern Event) : StartSource;

/// <summary>A date of the instance itself: an attribute of its event, a fact of its item, or <see cref="Recurrence.FirstDay"/> or <see cref="Recurrence.LastDay"/> of its period.</summary>
public sealed record StartOwnDate(string Name) : StartSource;

/// <summary>Another rule falling overdue: the day after its due date. Of several instances its own, else the first. See <see cref="RuleReferences"/> for the name.</summary>
public sealed record StartOverdue(string Rule) : StartSource;

/// <summary>How long a duty may take. A closed set of forms.</summary>
public abstract record TimeLimit
{
    private protected TimeLimit()
    {
    }
}

/// <summary>Within a period from the start.</summary>
public sealed record Within(LimitTerms Terms) : TimeLimit;

/// <summary>By a date that someone set: the first of these that is recorded. Until one is: outstanding, asked for after <paramref name="Promptly"/> (null: at once).</summary>
public sealed record ByDate(ImmutableArray<DateSource> Dates, Period? Promptly) : TimeLimit;

/// <summary>By the next event that matches after the start, recorded or planned. Until one is: outstanding, asked for after <paramref name="Promptly"/> (null: at once).</summary>
public sealed record NextEvent(EventPattern Event, Period? Promptly) : TimeLimit;

/// <summary>No number in the source: outstanding, asked for after this, never late.</summary>
public sealed record Promptly(Period AskAfter) : TimeLimit;

/// <summary>Where a date that someone set is found. <paramref name="Event"/> null: on the instance itself (attribute of its event, fact of its item, first or last day of its period); else the latest such event on or after the start.</summary>
public sealed record DateSource(string? Event, string Name);

/// <summary>What meets a duty. A closed set of forms.</summary>
public abstract record Fulfilment
{
    private protected Fulfilment()
    {
    }
}

/// <summary>One event.</summary>
public sealed record MetByEvent(EventPattern Event) : Fulfilment;

/// <summary>All of several: met on the latest.</summary>
public sealed record MetByAll(ImmutableArray<EventPattern> Events) : Fulfilment;

/// <summary>Any of several: met on the earliest.</summary>
public sealed record MetByAny(ImmutableArray<EventPattern> Events) : Fulfilment;

/// <summary>One of the points that a checklist is signed for.</summary>
/// <param name="Text">What is to be so.</param>
/// <param name="Obligation">The number under which a collection of duties has it; null: none is named.</param>
public sealed record ChecklistPoint(string Text, string? Obligation);

/// <summary>A requirement, an order of events, or a checklist.</summary>
public sealed record Check : Rule
{
    /// <summary>What must be so; null where <see cref="Order"/> or <see cref="SignedBy"/> is given.</summary>
    public Condition? Require { get; init; }

    /// <summary>Each must have happened on or before the next; empty where <see cref="Require"/> or <see cref="SignedBy"/> is given.</summary>
    public ImmutableArray<EventPattern> Order { get; init; } = [];

    /// <summary>The event at which it must hold (a gate); null: the instance's own event, or see <see cref="From"/>.</summary>
    public EventPattern? At { get; init; }

    /// <summary>The event from which it must hold on every day; null: see <see cref="At"/>.</summary>
    public EventPattern? From { get; init; }

    /// <summary>Of a checklist: the event that signs it. It holds once that has happened and never fails. Null for any other check.</summary>
    public EventPattern? SignedBy { get; init; }

    /// <summary>Of a checklist: what is signed for. Nobody answers them one by one.</summary>
    public ImmutableArray<ChecklistPoint> Points { get; init; } = [];
}
