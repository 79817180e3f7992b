using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>The audit as a table: a row for each timescale and check of each case.</summary>
public static class AuditTable
{
    /// <summary>The columns, for every form of the table.</summary>
    public static ImmutableArray<Column> Columns { get; } =
    [
        new("case"), new("rule"), new("instance"), new("state", ColumnKind.State), new("due", ColumnKind.Date),
        new("days late", ColumnKind.Number), new("owner"), new("source"), new("why"),
    ];

    /// <summary>The table of the assessments, made as it is read. A filter leaves rows out by rule and state.</summary>
    public static Table Of(IEnumerable<Assessment> assessments, Rulebook rulebook, DateOnly asOf, Func<Rule, string, bool>? shows = null)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        return new()
        {
            Title = $"Audit as of {DateWords.Day(asOf)}",
            Columns = Columns,
            Rows = assessments.SelectMany(assessment => Rows(assessment, rulebook, shows)),
        };
    }

    private static IEnumerable<ImmutableArray<string>> Rows(Assessment assessment, Rulebook rulebook, Func<Rule, string, bool>? shows)
    {
        foreach (var row in assessment.Timescales)
        {
            var state = Words.Of(row.State);
            if (shows?.Invoke(row.Rule, state) is not false)
            {
                yield return Row(assessment.Reference, row.Rule, row.Item ?? row.Instance, state, Text(row.Due), Late(row), row.Because, rulebook);
            }
        }

        foreach (var row in assessment.Checks)
        {
            var state = Words.Of(row.State);
            if (shows?.Invoke(row.Rule, state) is not false)
            {
                yield return Row(assessment.Reference, row.Rule, row.Item ?? row.Instance, state, string.Empty, string.Empty, row.Because, rulebook);
            }
        }

        foreach (var failure in assessment.Failures)
        {
            yield return
                [assessment.Reference, failure.Rule, string.Empty, "failed", string.Empty, string.Empty, string.Empty, string.Empty, failure.Error];
        }
    }

    private static ImmutableArray<string> Row(
        string reference, Rule rule, string instance, string state, string due, string late, ImmutableArray<Reason> because, Rulebook rulebook) =>
    [
        reference, rule.FullName, instance, state, due, late, rule.Owner ?? string.Empty, Provenance.Standing(rule, rulebook),
        Explanation.Why(because, rulebook.Vocabulary),
    ];

    private static string Text(DateInterval? date) => date?.ToString() ?? string.Empty;

    /// <summary>How many days late; empty where it is not.</summary>
    internal static string Late(TimescaleResult row) => (row.DaysLateAtLeast, row.DaysLateAtMost) switch
    {
        (0, 0) => string.Empty,
        (var fewest, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"{fewest} or more"),
        var (fewest, most) when fewest == most => fewest.ToString(CultureInfo.InvariantCulture),
        var (fewest, most) => string.Create(CultureInfo.InvariantCulture, $"{fewest} to {most}"),
    };
}
