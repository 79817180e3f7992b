using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Movements;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Movements;

/// <summary>What moved, as tables: a row for each row of the audit that says something else than it said.</summary>
public static class MovementTables
{
    private const string Once = "once";

    /// <summary>Every column, for lists and spreadsheets.</summary>
    public static Table Whole(MovementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Table
        {
            Title = Title(report),
            Columns =
            [
                new("case"), new("rule"), new("instance"), new("before", ColumnKind.State), new("now", ColumnKind.State),
                new("due before", ColumnKind.Date), new("due now", ColumnKind.Date), new("met before", ColumnKind.Date), new("met now", ColumnKind.Date), new("why"),
            ],
            Rows = from one in report.Cases
                   from moved in one.Rows
                   let row = moved.Row
                   select ImmutableArray.Create(
                       one.Reference, row.Rule.FullName, row.Item ?? row.Instance, row.StateBefore ?? string.Empty, row.StateNow ?? string.Empty,
                       Text(row.DueBefore), Text(row.DueNow), Text(row.MetBefore), Text(row.MetNow), Why(moved)),
        };
    }

    /// <summary>For a screen: without the rows of which nothing was asked before and nothing is asked now.</summary>
    public static Table Brief(MovementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Table
        {
            Title = Title(report),
            Columns = [new("case"), new("rule"), new("before", ColumnKind.State), new("now", ColumnKind.State), new("due now", ColumnKind.Date), new("why")],
            Rows = report.Cases.SelectMany(Rows),
        };
    }

    /// <summary>A case that is new has nothing before to be laid beside: one line says so.</summary>
    private static IEnumerable<ImmutableArray<string>> Rows(CaseMovement one) => one.IsNew
        ? [[one.Reference, "every rule", string.Empty, string.Empty, string.Empty, "The case is new in the register: 'dhr explain' tells how it stands."]]
        : from moved in one.Rows
          where !IsQuiet(moved)
          let row = moved.Row
          select ImmutableArray.Create(
              one.Reference, Named(row.Rule.FullName, row.Item ?? row.Instance), row.StateBefore ?? string.Empty, row.StateNow ?? string.Empty, Due(moved), Why(moved));

    /// <summary>Whether nothing was asked of the row before, and nothing is asked now.</summary>
    public static bool IsQuiet(Movement moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return (moved.Row.StateBefore is null || AuditView.IsQuiet(moved.Row.StateBefore)) && (moved.Row.StateNow is null || AuditView.IsQuiet(moved.Row.StateNow));
    }

    private static string Title(MovementReport report) => $"What moved between {DateWords.Day(report.Since)} and {DateWords.Day(report.AsOf)}";

    private static string Why(Movement moved) => string.Join(" ", moved.Causes.Select(cause => cause.Text));

    private static string Due(Movement moved) => moved.Row switch
    {
        { MetNow: { } met, Rule: Timescale } row when met != row.MetBefore => $"met {met}",
        { DueNow: { } due } row when due != row.DueBefore && row.DueBefore is { } before => $"{due} (was {before})",
        var row => Text(row.DueNow),
    };

    private static string Text(DateInterval? date) => date?.ToString() ?? string.Empty;

    private static string Named(string rule, string instance) => instance == Once ? rule : $"{rule} ({instance})";
}
