using System.Collections.Immutable;

namespace DhrCompliance.Escalations;

/// <summary>What earlier sweeps planned for one subject, by duty and instance.</summary>
public sealed class SentNotices
{
    private static readonly ImmutableArray<SentNotice> Nothing = [];
    private readonly Dictionary<(string Duty, string Instance), ImmutableArray<SentNotice>> _byRow;

    /// <summary>Takes every notice ever planned for the subject, in any order.</summary>
    public SentNotices(IEnumerable<SentNotice> notices)
    {
        All = [.. notices];
        _byRow = All
            .GroupBy(notice => (notice.Key.Duty, notice.Key.Instance))
            .ToDictionary(row => row.Key, row => row.ToImmutableArray());
    }

    /// <summary>Nothing was planned yet.</summary>
    public static SentNotices None { get; } = new([]);

    /// <summary>Every one of them.</summary>
    public ImmutableArray<SentNotice> All { get; }

    /// <summary>The rows that notices were planned for.</summary>
    internal IEnumerable<(string Duty, string Instance)> Rows => _byRow.Keys;

    /// <summary>Those about one row.</summary>
    internal ImmutableArray<SentNotice> Of(string duty, string instance) =>
        _byRow.TryGetValue((duty, instance), out var notices) ? notices : Nothing;
}
