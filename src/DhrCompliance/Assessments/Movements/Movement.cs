using System.Collections.Immutable;

namespace DhrCompliance.Assessments.Movements;

/// <summary>What can move a conclusion.</summary>
public enum CauseKind
{
    /// <summary>A day came, with nothing recorded.</summary>
    Day,

    /// <summary>Other rules are in force.</summary>
    Rules,

    /// <summary>Other holidays are known, under the same rules.</summary>
    Calendar,

    /// <summary>Something was recorded, corrected or withdrawn.</summary>
    Record,
}

/// <summary>One of the things that moved a conclusion.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">The cause as a sentence.</param>
/// <param name="Row">Of a record: the id or name it has in the register. Null for the others.</param>
public sealed record Cause(CauseKind Kind, string Text, string? Row = null);

/// <summary>A row that says something else than it said, and what made it.</summary>
/// <param name="Row">The row before and now.</param>
/// <param name="Causes">At least one; of several, each had a part in it.</param>
public sealed record Movement(ChangedRow Row, ImmutableArray<Cause> Causes);

/// <summary>What moved in one case.</summary>
public sealed record CaseMovement
{
    /// <summary>The case, or the partnership.</summary>
    public required string Reference { get; init; }

    /// <summary>True: it was not in the register before.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Live before; null where it was not in the register.</summary>
    public required bool? LiveBefore { get; init; }

    /// <summary>Live now.</summary>
    public required bool LiveNow { get; init; }

    /// <summary>The rows that moved.</summary>
    public required ImmutableArray<Movement> Rows { get; init; }

    /// <summary>Everything that was recorded between the two, whether or not it moved anything.</summary>
    public required ImmutableArray<RecordChange> Recorded { get; init; }

    /// <summary>The assessment now.</summary>
    public required Assessment Now { get; init; }

    /// <summary>Whether there is anything to tell.</summary>
    public bool Moved => !Rows.IsEmpty || !Recorded.IsEmpty || IsNew || (LiveBefore is { } live && live != LiveNow);
}
