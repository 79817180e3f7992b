using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>The lists of the board's page over all live cases: what is overdue, wrong, due, outstanding and asked.</summary>
internal sealed class BoardRows
{
    private static readonly Field Review = new("review", Heading: "Review");
    private static readonly Field Rule = new("rule");
    private static readonly Field Item = new("item");
    private static readonly Field What = new("what", Heading: "What is due");
    private static readonly Field State = new("state", FieldKind.State);
    private static readonly Field Due = new("due", FieldKind.Date, "Due");
    private static readonly Field Owner = new("owner");
    private static readonly Field Whose = new("whose duty", Heading: "Whose duty");
    private static readonly Field Source = new("source", Heading: "Source");

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
            Id = "failures",
            Title = "What could not be assessed",
            Fields = [Review, new("rule", Heading: "Rule"), new("error", Heading: "What went wrong")],
            Rows = [.. cases.SelectMany(entry => entry.Assessment.Failures.Select(failure => Failure(entry.File.Reference, failure.Rule, failure.Error)))],
        };
    }

    public ReportTable Overdue { get; }

    public ReportTable Findings { get; }

    public ReportTable DueSoon { get; }

    public ReportTable Outstanding { get; }

    public ReportTable Questions { get; }

    public ReportTable Failures { get; }

    /// <summary>Overdue rows that a recorded reason with a dated next step explains.</summary>
    public int ExplainedCount { get; private set; }

    /// <summary>Rows and questions that would tell a sensitive fact.</summary>
    public int LeftOut { get; private set; }

    public bool HasDueSoon(string reference) => _dueSoon.Contains(reference);

    /// <summary>A row about what could not be assessed.</summary>
    public static ImmutableArray<Datum> Failure(string reference, string rule, string error) => [Datum.Text(reference), Datum.Text(rule), Datum.Text(error)];

    private bool Shown(TimescaleResult row) =>
        row.State is TimescaleState.Overdue or TimescaleState.DueSoon or TimescaleState.Running or TimescaleState.Outstanding && Shown(row.Rule);

    private bool Shown(Rule rule)
    {
        var tells = Sensitivity.Tells(rule, _rulebook.Vocabulary);
        LeftOut += tells ? 1 : 0;
        return !tells;
    }

    private ReportTable OverdueTable(IEnumerable<(CaseFile File, TimescaleResult Row)> rows, BoardTerms terms) => new()
    {
        Id = "overdue",
        Title = "Overdue",
        Fields =
        [
            Review, Rule, Item, What, State, Due, .. LateDays.Fields("Days late"), Owner, Whose, new("explained until", FieldKind.Date, "Explained") { IsToldInWords = true }, Source,
        ],
        Rows =
        [
            .. rows.Where(entry => entry.Row.State is TimescaleState.Overdue)
                .OrderByDescending(entry => entry.Row.DaysLateAtLeast).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
                .Select(entry => Row(entry.File, entry.Row, LateDays.Of(entry.Row, Late(entry.Row)), [ExplainedUntil(entry.File, entry.Row, terms)])),
        ],
    };

    private ReportTable DueSoonTable(IEnumerable<(CaseFile File, TimescaleResult Row)> rows, BoardTerms terms)
    {
        var until = terms.AsOf.AddDays(BoardReportMaker.DaysAhead);
        var due = rows.Where(entry => entry.Row.State is TimescaleState.Running or TimescaleState.DueSoon
                && entry.Row.Due is { } date && date.Earliest <= until)
            .OrderBy(entry => entry.Row.Due!.Value.Earliest).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
            .ToList();
        _dueSoon.UnionWith(due.Select(entry => entry.File.Reference));
        return new()
        {
            Id = "due-soon",
            Title = string.Create(CultureInfo.InvariantCulture, $"Due in the next {BoardReportMaker.DaysAhead} days"),
            Fields = [Review, Rule, Item, What, State, Due, new("target", FieldKind.Date, "Working-day target"), Owner, Whose, Source],
            Rows = [.. due.Select(entry => Row(entry.File, entry.Row, [Datum.Day(entry.Row.Target)], []))],
        };
    }

    private ReportTable OutstandingTable(IEnumerable<(CaseFile File, TimescaleResult Row)> rows) => new()
    {
        Id = "outstanding",
        Title = "To be done, without a limit in the source",
        Fields = [Review, What, new("since", FieldKind.Date, "Since"), Whose, Source],
        Rows =
        [
            .. rows.Where(entry => entry.Row.State is TimescaleState.Outstanding)
                .OrderBy(entry => entry.Row.Started?.Latest).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
                .Select(entry => ImmutableArray.Create(
                    Datum.Text(entry.File.Reference), Title(entry.Row.Rule, entry.Row.Item), Datum.Day(entry.Row.Started),
                    Datum.Text(_roles.Of(entry.Row.Rule.Owner)), Standing(entry.Row.Rule))),
        ],
    };

    private ReportTable FindingsTable(IEnumerable<(string Reference, CheckResult Row)> rows) => new()
    {
        Id = "findings",
        Title = "Out of order",
        Fields = [Review, new("what", Heading: "What should be so"), new("why", Heading: "What is"), Source],
        Rows =
        [
            .. rows.Select(entry => ImmutableArray.Create(
                Datum.Text(entry.Reference), Title(entry.Row.Rule, entry.Row.Item), Datum.Text(Why(entry.Row.Because)), Standing(entry.Row.Rule))),
        ],
    };

    private ReportTable QuestionsTable(IEnumerable<(CaseFile File, Assessment Assessment)> live)
    {
        var rows = new List<(int Settles, ImmutableArray<Datum> Row)>();
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
                    Datum.Text(file.Reference), Datum.Text(question.About), Datum.Text(Sentences.Of(asked, _rulebook.Vocabulary)),
                    Datum.Number(question.Settles, question.Settles > 0 ? null : "to be checked"),
                ]));
            }
        }

        return new()
        {
            Id = "questions",
            Title = "Questions to answer",
            Fields = [Review, new("about"), new("question", Heading: "Question"), new("settles", FieldKind.Number, "Answers it settles")],
            Rows = [.. rows.OrderByDescending(entry => entry.Settles).Select(entry => entry.Row)],
        };
    }

    private ImmutableArray<Datum> Row(CaseFile file, TimescaleResult row, ImmutableArray<Datum> before, ImmutableArray<Datum> after) =>
    [
        Datum.Text(file.Reference), Datum.Text(row.Rule.FullName), Datum.Text(row.Item), Title(row.Rule, row.Item), Datum.Text(Words.Of(row.State)), Datum.Day(row.Due), .. before,
        Datum.Text(row.Rule.Owner), Datum.Text(_roles.Of(row.Rule.Owner)), .. after, Standing(row.Rule),
    ];

    private static Datum Title(Rule rule, string? item) => Datum.Text(Explanation.Title(rule, "once", item));

    private Datum Standing(Rule rule) => Datum.Text(Provenance.Standing(rule, _rulebook));

    private Datum ExplainedUntil(CaseFile file, TimescaleResult row, BoardTerms terms)
    {
        if (Explained.Of(file, _rulebook.Vocabulary, row.Rule, terms.AsOf) is not { } explained)
        {
            return Datum.Text(null, "not explained");
        }

        ExplainedCount++;
        return Datum.Day(explained.Until, $"next step by {BoardDates.Whole(explained.Until)}");
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
