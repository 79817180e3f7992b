using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>The lists of the board's page over all live cases: what is overdue, wrong, due, outstanding and asked.</summary>
internal sealed class BoardRows
{
    private static readonly Column Review = new("Review");
    private static readonly Column Duty = new("What is due");
    private static readonly Column Due = new("Due", ColumnKind.Date);
    private static readonly Column Whose = new("Whose duty");
    private static readonly Column Source = new("Source");

    private readonly HashSet<string> _dueSoon = new(StringComparer.Ordinal);
    private readonly Rulebook _rulebook;
    private readonly RoleNames _roles;
    private readonly SafeReasons _safe;

    public BoardRows(IReadOnlyList<(CaseFile File, Assessment Assessment)> cases, Rulebook rulebook, BoardTerms terms)
    {
        (_rulebook, _roles, _safe) = (rulebook, new RoleNames(rulebook.Vocabulary), new SafeReasons(rulebook.Vocabulary));
        var live = cases.Where(entry => entry.Assessment.Live).ToList();
        var shown = live.SelectMany(entry => entry.Assessment.Timescales.Where(Shown).Select(row => (entry.File, Row: row))).ToList();
        Overdue = OverdueTable(shown, terms);
        Findings = FindingsTable(live.SelectMany(entry => entry.Assessment.Checks
            .Where(row => row.State is CheckState.Fails && Shown(row.Rule)).Select(row => (entry.File.Reference, row))));
        DueSoon = DueSoonTable(shown, terms);
        Outstanding = OutstandingTable(shown);
        Questions = QuestionsTable(live);
        Failures = new()
        {
            Title = "What could not be assessed",
            Columns = [Review, new("Rule"), new("What went wrong")],
            Rows = [.. cases.SelectMany(entry => entry.Assessment.Failures.Select(failure =>
                ImmutableArray.Create(entry.File.Reference, failure.Rule, failure.Error)))],
        };
    }

    public Table Overdue { get; }

    public Table Findings { get; }

    public Table DueSoon { get; }

    public Table Outstanding { get; }

    public Table Questions { get; }

    public Table Failures { get; }

    /// <summary>Overdue rows that a recorded reason with a dated next step explains.</summary>
    public int ExplainedCount { get; private set; }

    /// <summary>Rows and questions that would tell a sensitive fact.</summary>
    public int LeftOut { get; private set; }

    public bool HasDueSoon(string reference) => _dueSoon.Contains(reference);

    private bool Shown(TimescaleResult row) =>
        row.State is TimescaleState.Overdue or TimescaleState.DueSoon or TimescaleState.Running or TimescaleState.Outstanding && Shown(row.Rule);

    private bool Shown(Rule rule)
    {
        var tells = Sensitivity.Tells(rule, _rulebook.Vocabulary);
        LeftOut += tells ? 1 : 0;
        return !tells;
    }

    private Table OverdueTable(IEnumerable<(CaseFile File, TimescaleResult Row)> rows, BoardTerms terms) => new()
    {
        Title = "Overdue",
        Columns = [Review, Duty, Due, new("Days late", ColumnKind.Number), Whose, new("Explained"), Source],
        Rows =
        [
            .. rows.Where(entry => entry.Row.State is TimescaleState.Overdue)
                .OrderByDescending(entry => entry.Row.DaysLateAtLeast).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
                .Select(entry => Row(entry.File, entry.Row, Late(entry.Row), ExplainedText(entry.File, entry.Row, terms))),
        ],
    };

    private Table DueSoonTable(IEnumerable<(CaseFile File, TimescaleResult Row)> rows, BoardTerms terms)
    {
        var until = terms.AsOf.AddDays(BoardReportMaker.DaysAhead);
        var due = rows.Where(entry => entry.Row.State is TimescaleState.Running or TimescaleState.DueSoon
                && entry.Row.Due is { } date && date.Earliest <= until)
            .OrderBy(entry => entry.Row.Due!.Value.Earliest).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
            .ToList();
        _dueSoon.UnionWith(due.Select(entry => entry.File.Reference));
        return new()
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Due in the next {BoardReportMaker.DaysAhead} days"),
            Columns = [Review, Duty, Due, new("Working-day target", ColumnKind.Date), Whose, Source],
            Rows = [.. due.Select(entry => Row(entry.File, entry.Row, entry.Row.Target is { } target ? BoardDates.Whole(target) : string.Empty))],
        };
    }

    private Table OutstandingTable(IEnumerable<(CaseFile File, TimescaleResult Row)> rows) => new()
    {
        Title = "To be done, without a limit in the source",
        Columns = [Review, Duty, new("Since", ColumnKind.Date), Whose, Source],
        Rows =
        [
            .. rows.Where(entry => entry.Row.State is TimescaleState.Outstanding)
                .OrderBy(entry => entry.Row.Started?.Latest).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
                .Select(entry => ImmutableArray.Create(
                    entry.File.Reference, Explanation.Title(entry.Row.Rule, "once", entry.Row.Item), BoardDates.Text(entry.Row.Started),
                    _roles.Of(entry.Row.Rule.Owner), Provenance.Standing(entry.Row.Rule, _rulebook))),
        ],
    };

    private Table FindingsTable(IEnumerable<(string Reference, CheckResult Row)> rows) => new()
    {
        Title = "Out of order",
        Columns = [Review, new("What should be so"), new("What is"), Source],
        Rows =
        [
            .. rows.Select(entry => ImmutableArray.Create(
                entry.Reference, Explanation.Title(entry.Row.Rule, "once", entry.Row.Item), Why(entry.Row.Because),
                Provenance.Standing(entry.Row.Rule, _rulebook))),
        ],
    };

    private Table QuestionsTable(IEnumerable<(CaseFile File, Assessment Assessment)> live)
    {
        var rows = new List<(int Settles, ImmutableArray<string> Row)>();
        foreach (var (file, assessment) in live)
        {
            foreach (var question in assessment.Questions)
            {
                if (_safe.Of([question.Reason]) is not [var asked])
                {
                    LeftOut++;
                    continue;
                }

                rows.Add((question.Settles, [
                    file.Reference, Sentences.Of(asked, _rulebook.Vocabulary),
                    question.Settles > 0 ? question.Settles.ToString(CultureInfo.InvariantCulture) : "to be checked",
                ]));
            }
        }

        return new()
        {
            Title = "Questions to answer",
            Columns = [Review, new("Question"), new("Answers it settles", ColumnKind.Number)],
            Rows = [.. rows.OrderByDescending(entry => entry.Settles).Select(entry => entry.Row)],
        };
    }

    private ImmutableArray<string> Row(CaseFile file, TimescaleResult row, params ReadOnlySpan<string> middle)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        cells.Add(file.Reference);
        cells.Add(Explanation.Title(row.Rule, "once", row.Item));
        cells.Add(BoardDates.Text(row.Due));
        cells.Add(middle[0]);
        cells.Add(_roles.Of(row.Rule.Owner));
        cells.AddRange(middle[1..]);
        cells.Add(Provenance.Standing(row.Rule, _rulebook));
        return cells.ToImmutable();
    }

    private string ExplainedText(CaseFile file, TimescaleResult row, BoardTerms terms)
    {
        if (Explained.Of(file, _rulebook.Vocabulary, row.Rule, terms.AsOf) is not { } explained)
        {
            return "not explained";
        }

        ExplainedCount++;
        return $"next step by {BoardDates.Whole(explained.Until)}";
    }

    // The first reason that tells nothing sensitive: an item's fact may.
    private string Why(ImmutableArray<Reason> because) =>
        Explanation.Why(_safe.Of(because), _rulebook.Vocabulary);

    private static string Late(TimescaleResult row) => row.DaysLateAtLeast == row.DaysLateAtMost
        ? row.DaysLateAtLeast.ToString(CultureInfo.InvariantCulture)
        : row.DaysLateAtMost == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{row.DaysLateAtLeast} or more")
            : string.Create(CultureInfo.InvariantCulture, $"{row.DaysLateAtLeast} to {row.DaysLateAtMost}");
}
