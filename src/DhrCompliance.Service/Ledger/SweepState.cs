using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>What the next sweep has to look at, as of the moment it was read.</summary>
public sealed record SweepState
{
    /// <summary>The day of the last finished sweep; null: there was none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>When the last finished sweep began; null: there was none. What fell due after it is still to be swept for.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The rulebook of the last finished sweep.</summary>
    public string? LastRulebookHash { get; init; }

    /// <summary>
    /// Subjects whose own input rows no finished sweep has seen, and those touched by such a row of a partnership, protocol, contact or
    /// joint commission. In ordinal order.
    /// </summary>
    public required ImmutableArray<string> Touched { get; init; }

    /// <summary>When each subject that was assessed must be again, the earliest first. A failed one is due at once.</summary>
    public required ImmutableArray<NextChange> NextChanges { get; init; }

    /// <summary>What a sweep on the day must take, under an unchanged rulebook: touched, or its day has come. In ordinal order.</summary>
    public ImmutableArray<string> ToAssess(DateOnly day) =>
        [.. Touched.Concat(NextChanges.TakeWhile(next => next.On <= day).Select(next => next.Reference))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}

/// <summary>The first day on which, with no new row, the subject's assessment or a step could differ.</summary>
public readonly record struct NextChange(string Reference, DateOnly On);
