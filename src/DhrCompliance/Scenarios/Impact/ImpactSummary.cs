using System.Collections.Immutable;

namespace DhrCompliance.Scenarios.Impact;

/// <summary>What a changed rulebook does to a register, in numbers.</summary>
public sealed record ImpactSummary
{
    /// <summary>How many cases were assessed under both.</summary>
    public required int Cases { get; init; }

    /// <summary>For how many of them anything differs.</summary>
    public required int Differing { get; init; }

    /// <summary>Rows whose state differs.</summary>
    public required int States { get; init; }

    /// <summary>Rows that have a due date under both, and not the same.</summary>
    public required int DueDates { get; init; }

    /// <summary>Breaches of live cases that there are only now, by rule.</summary>
    public required ImmutableSortedDictionary<string, int> Appearing { get; init; }

    /// <summary>Breaches of live cases that there were only before, by rule.</summary>
    public required ImmutableSortedDictionary<string, int> Vanishing { get; init; }

    /// <summary>Notices of the day that there are only now, by role.</summary>
    public required ImmutableSortedDictionary<string, int> NewNotices { get; init; }

    /// <summary>Notices of the day that there were only before, by role.</summary>
    public required ImmutableSortedDictionary<string, int> GoneNotices { get; init; }

    /// <summary>Counts the cases that differ.</summary>
    /// <param name="cases">How many were assessed.</param>
    /// <param name="differing">Those of them that differ.</param>
    public static ImpactSummary Of(int cases, IReadOnlyCollection<CaseImpact> differing)
    {
        ArgumentNullException.ThrowIfNull(differing);
        var rows = differing.SelectMany(one => one.Rows).ToList();
        return new ImpactSummary
        {
            Cases = cases,
            Differing = differing.Count,
            States = rows.Count(row => row.StateBefore != row.StateNow),
            DueDates = rows.Count(row => row.DueBefore is { } before && row.DueNow is { } now && before != now),
            Appearing = Count(rows.Where(row => row.Breach == BreachChange.Appears).Select(row => row.Rule.FullName)),
            Vanishing = Count(rows.Where(row => row.Breach == BreachChange.Vanishes).Select(row => row.Rule.FullName)),
            NewNotices = Count(differing.SelectMany(one => one.NewNotices).Select(notice => notice.Key.Role)),
            GoneNotices = Count(differing.SelectMany(one => one.GoneNotices).Select(notice => notice.Key.Role)),
        };
    }

    private static ImmutableSortedDictionary<string, int> Count(IEnumerable<string> names) =>
        names.CountBy(name => name, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
