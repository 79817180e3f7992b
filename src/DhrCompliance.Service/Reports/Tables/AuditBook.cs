using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>The audit as a workbook: its rows, and a sheet that counts them and says what they rest on.</summary>
internal static class AuditBook
{
    /// <summary>The sheets.</summary>
    /// <param name="table">The audit's table; read once.</param>
    /// <param name="header">What it was made of.</param>
    /// <param name="isAll">True: rows of which nothing is asked yet are there, too.</param>
    /// <param name="counts">How many rows are in each state; complete once the table was read.</param>
    public static ImmutableArray<WorkbookSheet> Of(Table table, AuditHeader header, bool isAll, StateCounts counts)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(counts);
        var (state, leftOut) = (table.Columns.Select((column, at) => (column.Kind, at)).First(column => column.Kind is ColumnKind.State).at, 0);
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. table.Rows.Where(row =>
            {
                var shows = isAll || !AuditView.IsQuiet(row[state]);
                leftOut += shows ? 0 : 1;
                return shows;
            }),
        ];
        var banner = $"{table.Title}. For reading: what is typed on this sheet is not imported."
            + (leftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $" Left out: {leftOut} rows of which nothing is asked yet; --all has them.") : "");
        return
        [
            SheetTable.Of(table with { Rows = rows }, "audit", banner, frozen: 2),
            SheetTable.Of(Summary(header, counts), "summary", "How many rows are in each state, and what they rest on."),
        ];
    }

    private static Table Summary(AuditHeader header, StateCounts counts) => new()
    {
        Title = "Summary",
        Columns = [new("what"), new("state", ColumnKind.State), new("rows", ColumnKind.Number)],
        Rows =
        [
            .. Counted("live cases", counts.Live),
            .. Counted("closed or loaded history", counts.Historic),
            [$"assessed as of {JsonValues.Day(header.AsOf)}", "", ""],
            [$"known at {header.KnownAt ?? "this moment"}{(header.Claimed ? ", by the times that the sources claim" : "")}", "", ""],
            [$"rulebook {header.Rulebook.Hash}", "", ""],
        ],
    };

    private static IEnumerable<ImmutableArray<string>> Counted(string what, IReadOnlyDictionary<string, int> counts) =>
        counts.Select(pair => ImmutableArray.Create(what, pair.Key, pair.Value.ToString(CultureInfo.InvariantCulture)));
}
