namespace DhrCompliance.Escalations;

/// <summary>How far a planned notice has come.</summary>
public enum SentState
{
    /// <summary>Planned, and nobody held the role: there is no mail yet.</summary>
    WithoutAddress,

    /// <summary>Planned, with a mail that waits to go out or failed to.</summary>
    Planned,

    /// <summary>Held until a named person releases it.</summary>
    Held,

    /// <summary>A mail that carries it was accepted.</summary>
    Told,

    /// <summary>A lower step that was crossed while nobody looked; recorded, never mailed.</summary>
    PassedOver,

    /// <summary>Its ground no longer held.</summary>
    Withdrawn,
}

/// <summary>A notice that an earlier sweep planned.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Kind">Why it was planned.</param>
/// <param name="PlannedOn">The day on which it was planned.</param>
/// <param name="State">How far it has come.</param>
public sealed record SentNotice(NoticeKey Key, NoticeKind Kind, DateOnly PlannedOn, SentState State)
{
    /// <summary>The key as the ledger has it; another than <see cref="Key"/> where the rule, the step or the role had another name then.</summary>
    public NoticeKey StoredAs { get; init; } = Key;

    /// <summary>The day until which (inclusive) repeats of its step are held back for its role; null where nobody acknowledged it.</summary>
    public DateOnly? AcknowledgedUntil { get; init; }
}
