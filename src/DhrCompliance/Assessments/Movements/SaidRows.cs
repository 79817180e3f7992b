using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Movements;

/// <summary>An assessment whose rows are found by rule and instance.</summary>
internal sealed class SaidRows(Assessment assessment)
{
    private readonly Dictionary<(string, string), AssessedRow> _rows =
        AssessedRow.Of(assessment).GroupBy(row => (row.Rule.FullName, row.Instance)).ToDictionary(group => group.Key, group => group.First());

    public Assessment Assessment { get; } = assessment;

    /// <summary>What the row says. A day met that is only known to lie before the day assessed moves with that day, which is no other thing said.</summary>
    public (string? State, DateInterval? Due, DateInterval? Met) Says(ChangedRow row) =>
        _rows.TryGetValue((row.Rule.FullName, row.Instance), out var found) ? (found.State, found.Due, Met(found.Met)) : default;

    /// <summary>As words.</summary>
    public static string Said((string? State, DateInterval? Due, DateInterval? Met) says) => says.State is { } state
        ? $"{English.Plain(state)}{(says.Due is { } due ? $", due by {DateWords.Limit(due)}" : string.Empty)}"
        : "there is no such row";

    private DateInterval? Met(DateInterval? met) =>
        met is { IsDay: false } known && known.Latest == Assessment.AsOf ? new DateInterval(known.Earliest, DateOnly.MaxValue) : met;
}
