using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>The headings of a sheet: every key column is there, none is unknown, none stands twice.</summary>
internal static class SheetCheck
{
    private const int HeadingRow = 1;

    /// <summary>Adds what is wrong; true when the rows can be read.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">The columns of its table.</param>
    /// <param name="facts">The columns that the vocabulary adds.</param>
    /// <param name="mistakes">Takes what is wrong.</param>
    public static bool Passes(Sheet sheet, IReadOnlyCollection<Column> columns, IReadOnlySet<string> facts, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var row = sheet.Rows is [{ Number: null }, ..] ? (int?)null : HeadingRow;
        foreach (var missing in columns.Where(column => column.IsKey && !sheet.Columns.Contains(column.Name)))
        {
            var near = Nearest.Of(missing.Name, sheet.Columns.Where(column => !IsKnown(column, columns, facts)));
            mistakes.Add(sheet.Wrong(row, missing.Name, null, near is null
                ? $"this column: without it nobody can tell which row is meant; the columns are {string.Join(", ", columns.Select(column => column.Name))}"
                : $"this column: is it what is headed '{Mistake.Shown(near)}'?"));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in sheet.Columns.Where(column => column.Length > 0))
        {
            if (!seen.Add(column))
            {
                mistakes.Add(sheet.Wrong(row, column, null, "each column once"));
            }
            else if (!IsKnown(column, columns, facts))
            {
                mistakes.Add(sheet.Wrong(row, column, null, Unknown(column, columns, facts)));
            }
        }

        return mistakes.Count == before;
    }

    private static bool IsKnown(string column, IReadOnlyCollection<Column> columns, IReadOnlySet<string> facts) =>
        facts.Contains(column) || columns.Any(known => known.Name == column);

    private static string Unknown(string column, IReadOnlyCollection<Column> columns, IReadOnlySet<string> facts) =>
        "a column of the import format, or one that the vocabulary knows"
        + Nearest.Hint(column, columns.Select(known => known.Name).Concat(facts));
}
