using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks;

/// <summary>What is mailed beside the steps of the paths: to whom, and when.</summary>
public sealed record PostRules
{
    /// <summary>What becomes of what was late already when it was first assessed; null: its path is climbed at once.</summary>
    public BacklogRules? Backlog { get; init; }

    /// <summary>The mail of each week; null: there is none.</summary>
    public WeeklyRules? Weekly { get; init; }
}

/// <summary>What was late already when it was first assessed is told in one summary, and its path begins later.</summary>
/// <param name="To">The roles that are told; never <c>owner</c>.</param>
/// <param name="LaddersBeginDays">How many days after the summary the path begins, as if its date had passed only then.</param>
public sealed record BacklogRules(ImmutableArray<string> To, int LaddersBeginDays);

/// <summary>The mail that comes every week, whether or not there is anything to tell.</summary>
/// <param name="To">The roles that are told; never <c>owner</c>.</param>
/// <param name="On">The day of the week; where that is no working day, the first one after it.</param>
public sealed record WeeklyRules(ImmutableArray<string> To, DayOfWeek On);
