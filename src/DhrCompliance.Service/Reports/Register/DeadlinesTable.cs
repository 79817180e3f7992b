using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Register;

/// <summary>What is open over all reviews, what needs somebody first, then by the day on which it is or was due. What has not begun, does not apply or is done is left out.</summary>
public static class DeadlinesTable
{
    private const string WithoutDay = "~";

    // What needs somebody first comes first.
    private static readonly string[] Open =
    [
        Words.Of(TimescaleState.Overdue), Words.Of(CheckState.Fails), Words.Of(TimescaleState.DueSoon), Words.Of(TimescaleState.Running), Words.Of(TimescaleState.Outstanding),
        Words.Of(TimescaleState.Paused), Words.Of(TimescaleState.CannotTell),
    ];

    public static Table Of(IEnumerable<Assessment> assessments, Rulebook rulebook, DateOnly asOf)
    {
        var whole = AuditTable.Of(assessments, rulebook, asOf, (_, shown) => Open.Contains(shown, StringComparer.Ordinal));
        var (reference, rule, state, due) = (Place("case"), Place("rule"), Place("state"), Place("due"));
        return whole with
        {
            Title = whole.Title.Replace("Audit", "Deadlines", StringComparison.Ordinal),
            Rows = whole.Rows.OrderBy(row => Array.IndexOf(Open, row[state])).ThenBy(row => row[due].Length == 0 ? WithoutDay : row[due], StringComparer.Ordinal)
                .ThenBy(row => row[reference], StringComparer.Ordinal).ThenBy(row => row[rule], StringComparer.Ordinal),
        };

        int Place(string name) => AuditTable.Columns.Select((column, at) => (column.Name, at)).First(column => column.Name == name).at;
    }
}
