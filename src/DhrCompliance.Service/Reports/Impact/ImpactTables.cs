using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Impact;

/// <summary>The impact of a changed rulebook as tables, for the terminal and the page.</summary>
public static class ImpactTables
{
    private const string Once = "once";

    /// <summary>Breaches that come and go, by rule.</summary>
    public static Table Breaches(ImpactSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return Counts("Breaches of live cases", new Column("rule"), "appear", summary.Appearing, "vanish", summary.Vanishing);
    }

    /// <summary>Who would be written to on the day, by role.</summary>
    public static Table Roles(ImpactSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return Counts("Notices of the day", new Column("role"), "new", summary.NewNotices, "no longer", summary.GoneNotices);
    }

    /// <summary>The rows that differ, those of which nothing is asked under either rulebook left out.</summary>
    public static Table Rows(ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Table
        {
            Title = "What each case's rules come to",
            Columns =
            [
                new("case"), new("rule"), new("before", ColumnKind.State), new("now", ColumnKind.State),
                new("due before", ColumnKind.Date), new("due now", ColumnKind.Date), new("breach"),
            ],
            Rows = from one in report.Cases
                   from row in one.Rows
                   where !IsQuiet(row)
                   select Row(one.Reference, row),
        };
    }

    /// <summary>How many rows differ, and ask nothing of anyone under either rulebook.</summary>
    public static int Quiet(ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Cases.Sum(one => one.Rows.Count(IsQuiet));
    }

    /// <summary>Cases that come under another edition, or are live under one rulebook only.</summary>
    public static Table Editions(ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Table
        {
            Title = "Cases that come under another edition",
            Columns = [new("case"), new("before"), new("now")],
            Rows = from one in report.Cases
                   let before = Under(one.EditionsBefore, one.LiveBefore, one.LiveNow)
                   let now = Under(one.EditionsNow, one.LiveNow, one.LiveBefore)
                   where before != now
                   select ImmutableArray.Create(one.Reference, before, now),
        };
    }

    /// <summary>Every notice that only one of the two plans.</summary>
    public static Table Notices(ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Table
        {
            Title = "Who would be told, and who no longer",
            Columns = [new("case"), new("role"), new("rule"), new("step"), new("why"), new("change")],
            Rows = report.Cases.SelectMany(one => one.NewNotices.Select(notice => Row(notice, "new")).Concat(one.GoneNotices.Select(notice => Row(notice, "no longer")))),
        };
    }

    private static Table Counts(
        string title, Column first, string up, ImmutableSortedDictionary<string, int> more, string down, ImmutableSortedDictionary<string, int> fewer) => new()
        {
            Title = title,
            Columns = [first, new(up, ColumnKind.Number), new(down, ColumnKind.Number)],
            Rows = more.Keys.Union(fewer.Keys).Order(StringComparer.Ordinal)
                .Select(name => ImmutableArray.Create(name, Number(more.GetValueOrDefault(name)), Number(fewer.GetValueOrDefault(name)))),
        };

    private static ImmutableArray<string> Row(string reference, ImpactRow row) =>
    [
        reference,
        Named(row.Rule.FullName, row.Item ?? row.Instance),
        row.StateBefore ?? string.Empty,
        row.StateNow ?? string.Empty,
        When(row.DueBefore, row.AskedForBefore, row.MetBefore, row),
        When(row.DueNow, row.AskedForNow, row.MetNow, row),
        row.Breach == BreachChange.None ? string.Empty : Words.Of(row.Breach),
    ];

    private static ImmutableArray<string> Row(ImpactNotice notice, string change) =>
    [
        notice.Key.Subject,
        notice.Key.Role,
        Named(notice.Rule, notice.Item ?? notice.Key.Instance),
        notice.Key.Repeat == 0 ? notice.Key.Step : string.Create(CultureInfo.InvariantCulture, $"{notice.Key.Step} ({notice.Key.Repeat})"),
        Words.Of(notice.Kind),
        notice.Held ? $"{change}, after approval" : change,
    ];

    /// <summary>The due date; where it is not what differs, the day that does.</summary>
    private static string When(DateInterval? due, DateInterval? asked, DateInterval? met, ImpactRow row) =>
        row.DueBefore != row.DueNow || row.StateBefore != row.StateNow ? $"{due}"
        : row.MetBefore != row.MetNow ? met is null ? string.Empty : $"met {met}"
        : asked is null ? string.Empty : $"asked for {asked}";

    private static string Under(ImmutableArray<string> editions, bool isLive, bool isLiveOtherwise) =>
        string.Join(", ", editions) + (isLive == isLiveOtherwise ? string.Empty : isLive ? " (live)" : " (not live)");

    private static bool IsQuiet(ImpactRow row) =>
        (row.StateBefore is null || AuditView.IsQuiet(row.StateBefore)) && (row.StateNow is null || AuditView.IsQuiet(row.StateNow));

    private static string Named(string rule, string instance) => instance == Once ? rule : $"{rule} ({instance})";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
