namespace DhrCompliance.Service.Ledger;

/// <summary>A notice with what became of it.</summary>
public sealed record PlannedNotice
{
    /// <summary>The text of its key.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string Rule { get; init; }

    public required string Kind { get; init; }

    public required string Role { get; init; }

    public required string Step { get; init; }

    public required DateOnly PlannedOn { get; init; }

    /// <summary><c>planned</c>, <c>held</c>, <c>told</c> or <c>withdrawn</c>; withdrawn outranks told, see <see cref="Told"/>.</summary>
    public required string State { get; init; }

    /// <summary>The last part of the key.</summary>
    public required int Generation { get; init; }

    /// <summary>True: a delivery that carries it was accepted, whether or not it was withdrawn later.</summary>
    public required bool Told { get; init; }

    /// <summary>True: some delivery carries it. False: it was passed over, or waits until somebody holds its role.</summary>
    public required bool Carried { get; init; }

    /// <summary>The day on which its ground no longer held; null while it holds.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>The day until which (inclusive) its repeats are held back; null where nobody acknowledged it.</summary>
    public DateOnly? AcknowledgedUntil { get; init; }
}
