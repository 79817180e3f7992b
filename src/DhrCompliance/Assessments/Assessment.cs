using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments;

/// <summary>What a rulebook concludes of one case as of a day. Everything in it follows from the case file, the rulebook and the day alone.</summary>
public sealed record Assessment
{
    /// <summary>The case, or the partnership.</summary>
    public required string Reference { get; init; }

    /// <summary>The day assessed.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Kept since some day, and not closed.</summary>
    public required bool Live { get; init; }

    /// <summary>Ids of the packs of a series that govern or could govern.</summary>
    public required ImmutableArray<string> Editions { get; init; }

    /// <summary>Criteria, in the rulebook's order.</summary>
    public required ImmutableArray<CriterionResult> Criteria { get; init; }

    /// <summary>Timescales, in the rulebook's order, each instance a row.</summary>
    public required ImmutableArray<TimescaleResult> Timescales { get; init; }

    /// <summary>Checks, in the rulebook's order, each instance a row.</summary>
    public required ImmutableArray<CheckResult> Checks { get; init; }

    /// <summary>Days between the milestones that are recorded.</summary>
    public required ImmutableArray<Milestone> Milestones { get; init; }

    /// <summary>When the review was opened again; null when it was not.</summary>
    public DateInterval? ReopenedOn { get; init; }

    /// <summary>What to ask, the most useful first.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Rules whose assessment failed, with the error. The rest stands.</summary>
    public required ImmutableArray<RuleFailure> Failures { get; init; }

    /// <summary>The first later day on which, with no new row, something here or a step of a path could differ; null: none.</summary>
    public required DateOnly? NextChangeOn { get; init; }
}

/// <summary>Three answers.</summary>
public enum Answer
{
    /// <summary>No.</summary>
    No,

    /// <summary>It cannot be told; what is missing is named.</summary>
    CannotTell,

    /// <summary>Yes.</summary>
    Yes,
}

/// <summary>What a criterion answers.</summary>
public sealed record CriterionResult(Criterion Rule, Answer Answer, ImmutableArray<string> Missing, ImmutableArray<Reason> Because);

/// <summary>The states of a timescale.</summary>
public enum TimescaleState
{
    /// <summary>Its start has not happened.</summary>
    NotStarted,

    /// <summary>The clock runs.</summary>
    Running,

    /// <summary>From the path's earliest step before the due date through the due date.</summary>
    DueSoon,

    /// <summary>After the due date and not met.</summary>
    Overdue,

    /// <summary>No limit is stated: so many days so far. Never late.</summary>
    Outstanding,

    /// <summary>Met in time, or no limit is stated.</summary>
    Met,

    /// <summary>Met after the due date.</summary>
    MetLate,

    /// <summary>A recorded pause stops the clock.</summary>
    Paused,

    /// <summary>A recorded ground waives it.</summary>
    Waived,

    /// <summary>Ended without being met.</summary>
    Ended,

    /// <summary>Does not apply to this case.</summary>
    NotApplicable,

    /// <summary>It cannot be told.</summary>
    CannotTell,
}

/// <summary>One instance of a timescale.</summary>
public sealed record TimescaleResult
{
    /// <summary>The rule.</summary>
    public required Timescale Rule { get; init; }

    /// <summary><c>once</c>, or the id of the event or item.</summary>
    public required string Instance { get; init; }

    /// <summary>The item it is about, if any.</summary>
    public string? Item { get; init; }

    /// <summary>The state.</summary>
    public required TimescaleState State { get; init; }

    /// <summary>For <see cref="TimescaleState.CannotTell"/>: the states it could be in; otherwise that state alone. Bit n stands for state n.</summary>
    public required StateSet Possible { get; init; }

    /// <summary>When the clock started; null when it has certainly not, or the rule does not apply.</summary>
    public DateInterval? Started { get; init; }

    /// <summary>The due date before pauses and extensions; null where there is none.</summary>
    public DateInterval? OriginalDue { get; init; }

    /// <summary>The due date as it stands; null where there is none (no limit, or a pause that has not ended).</summary>
    public DateInterval? Due { get; init; }

    /// <summary>The working-day target: the last working day on or before the due date; null unless the due date is a day.</summary>
    public DateOnly? Target { get; init; }

    /// <summary>The day on which an outstanding duty is asked for; null where there is none.</summary>
    public DateInterval? AskedFor { get; init; }

    /// <summary>When it was met; null when it was not, or it cannot be told whether.</summary>
    public DateInterval? MetOn { get; init; }

    /// <summary>Days late (0: not late) at the fewest, against the due date as it stands, counted to the day assessed while not met.</summary>
    public int DaysLateAtLeast { get; init; }

    /// <summary>Days late at the most; <see cref="int.MaxValue"/> where there is no telling, as the due date may lie any number of days back.</summary>
    public int DaysLateAtMost { get; init; }

    /// <summary>Days late against the original due date at the fewest, whatever was agreed since; counted while it runs, too.</summary>
    public int DaysLateAgainstOriginalAtLeast { get; init; }

    /// <summary>Days late against the original due date at the most; <see cref="int.MaxValue"/> where there is no telling.</summary>
    public int DaysLateAgainstOriginalAtMost { get; init; }

    /// <summary>True: a pause that began after the due date is running; it cures nothing, but no further step of the path is taken.</summary>
    public bool LadderHeld { get; init; }

    /// <summary>True: a due date or target rests on working days beyond the known holidays.</summary>
    public bool Provisional { get; init; }

    /// <summary>What is not recorded and would settle it: words of events and facts.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>The reasons, in the order in which they are told.</summary>
    public ImmutableArray<Reason> Because { get; init; } = [];
}

/// <summary>A set of timescale states.</summary>
public readonly record struct StateSet(int Bits)
{
    /// <summary>The set of one state.</summary>
    public static StateSet Of(TimescaleState state) => new(1 << (int)state);

    /// <summary>Whether the state is in it.</summary>
    public bool Has(TimescaleState state) => (Bits & (1 << (int)state)) != 0;

    /// <summary>With one more state.</summary>
    public StateSet With(TimescaleState state) => new(Bits | (1 << (int)state));

    /// <summary>Its states, in the order in which they are declared.</summary>
    public IEnumerable<TimescaleState> States()
    {
        for (var state = TimescaleState.NotStarted; state <= TimescaleState.CannotTell; state++)
        {
            if (Has(state))
            {
                yield return state;
            }
        }
    }
}

/// <summary>The states of a check.</summary>
public enum CheckState
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It fails.</summary>
    Fails,

    /// <summary>Its moment has not come.</summary>
    NotYet,

    /// <summary>A recorded ground waives it.</summary>
    Waived,

    /// <summary>Does not apply to this case.</summary>
    NotApplicable,

    /// <summary>It cannot be told.</summary>
    CannotTell,
}

/// <summary>One instance of a check.</summary>
public sealed record CheckResult
{
    /// <summary>The rule.</summary>
    public required Check Rule { get; init; }

    /// <summary><c>once</c>, or the id of the event or item.</summary>
    public required string Instance { get; init; }

    /// <summary>The item it is about, if any.</summary>
    public string? Item { get; init; }

    /// <summary>The state.</summary>
    public required CheckState State { get; init; }

    /// <summary>The moment at which it held or failed, or the first day from which it must hold on every day; null where it has none yet.</summary>
    public DateInterval? At { get; init; }

    /// <summary>What is not recorded and would settle it.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>The reasons.</summary>
    public ImmutableArray<Reason> Because { get; init; } = [];
}

/// <summary>Days between two milestones of the vocabulary, first to first, at least and at most.</summary>
public sealed record Milestone(string From, string To, int DaysAtLeast, int DaysAtMost);

/// <summary>Something to ask of the partnership: a missing date, or a contradiction. Never corrected in silence, never turned into a lateness.</summary>
/// <param name="About">The event's or fact's word, with the item's id after a colon where there is one.</param>
/// <param name="Reason">What to ask, as structure.</param>
/// <param name="Settles">How many rows it could settle; 0 for a contradiction.</param>
public sealed record Question(string About, Reason Reason, int Settles);

/// <summary>A rule that could not be assessed for this case.</summary>
public sealed record RuleFailure(string Rule, string Error);
