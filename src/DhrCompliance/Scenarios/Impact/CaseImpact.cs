using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios.Impact;

/// <summary>What another rulebook would make of one case: only what differs.</summary>
public sealed record CaseImpact
{
    /// <summary>The case, or the partnership.</summary>
    public required string Reference { get; init; }

    /// <summary>The partnership that commissioned the review.</summary>
    public required string Partnership { get; init; }

    /// <summary>Whether the case is live under the rulebook before.</summary>
    public required bool LiveBefore { get; init; }

    /// <summary>Whether it is live under the rulebook now.</summary>
    public required bool LiveNow { get; init; }

    /// <summary>The editions that govern or could govern, before.</summary>
    public required ImmutableArray<string> EditionsBefore { get; init; }

    /// <summary>The editions that govern or could govern, now.</summary>
    public required ImmutableArray<string> EditionsNow { get; init; }

    /// <summary>The rows that differ: those of now in their order, then those that are gone.</summary>
    public required ImmutableArray<ImpactRow> Rows { get; init; }

    /// <summary>What would newly be told on the day: planned under the rulebook now, and not before.</summary>
    public required ImmutableArray<ImpactNotice> NewNotices { get; init; }

    /// <summary>What would no longer be told on the day: planned under the rulebook before, and not now.</summary>
    public required ImmutableArray<ImpactNotice> GoneNotices { get; init; }

    /// <summary>Rules whose assessment failed under either rulebook.</summary>
    public required ImmutableArray<RuleFailure> Failures { get; init; }

    /// <summary>Whether anything differs.</summary>
    public bool Differs => !Rows.IsEmpty || !NewNotices.IsEmpty || !GoneNotices.IsEmpty || LiveBefore != LiveNow || !EditionsBefore.SequenceEqual(EditionsNow);
}

/// <summary>Whether a breach of a live case comes or goes with the rulebook.</summary>
public enum BreachChange
{
    /// <summary>Neither: there is none, or there is one under both.</summary>
    None,

    /// <summary>A breach now, and none before.</summary>
    Appears,

    /// <summary>A breach before, and none now.</summary>
    Vanishes,
}

/// <summary>A row that another rulebook concludes otherwise. A rule that has another name now is the same rule, and so is the same duty under another edition.</summary>
public sealed record ImpactRow
{
    /// <summary>The rule before; null where there was no such row.</summary>
    public Rule? RuleBefore { get; init; }

    /// <summary>The rule now; null where there is no such row any more.</summary>
    public Rule? RuleNow { get; init; }

    /// <summary>The rule now, or else the one before.</summary>
    public Rule Rule => (RuleNow ?? RuleBefore)!;

    /// <summary><c>once</c>, or the id of the event or item, or the period.</summary>
    public required string Instance { get; init; }

    /// <summary>The item it is about, if any.</summary>
    public string? Item { get; init; }

    /// <summary>The word of the state (of a criterion: of the answer) before; null where there was no such row.</summary>
    public string? StateBefore { get; init; }

    /// <summary>The word of the state now; null where there is no such row any more.</summary>
    public string? StateNow { get; init; }

    /// <summary>The due date before; null where there was none.</summary>
    public DateInterval? DueBefore { get; init; }

    /// <summary>The due date now; null where there is none.</summary>
    public DateInterval? DueNow { get; init; }

    /// <summary>When it was met (of a check: its moment) before; null where it was not.</summary>
    public DateInterval? MetBefore { get; init; }

    /// <summary>When it was met (of a check: its moment) now; null where it was not.</summary>
    public DateInterval? MetNow { get; init; }

    /// <summary>The day on which an outstanding duty was asked for before; null where there was none.</summary>
    public DateInterval? AskedForBefore { get; init; }

    /// <summary>The day on which an outstanding duty is asked for now; null where there is none.</summary>
    public DateInterval? AskedForNow { get; init; }

    /// <summary>Whether a breach comes or goes.</summary>
    public required BreachChange Breach { get; init; }
}

/// <summary>A notice that one of two rulebooks plans and the other does not.</summary>
/// <param name="Key">What it is about, and whom it tells.</param>
/// <param name="Rule">The rule, as <c>pack/id</c>.</param>
/// <param name="Item">The item it is about, if any.</param>
/// <param name="Kind">Why it is sent.</param>
/// <param name="Held">True: only once a named person has released it.</param>
public sealed record ImpactNotice(NoticeKey Key, string Rule, string? Item, NoticeKind Kind, bool Held);
