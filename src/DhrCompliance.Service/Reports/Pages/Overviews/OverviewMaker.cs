using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Overviews;

/// <summary>Makes the overview from case files and their assessments. Pure.</summary>
public static class OverviewMaker
{
    /// <summary>More rows than this in one list nobody reads; how many there are is always said.</summary>
    public const int MostRows = 250;

    public static OverviewReport Of(
        IReadOnlyList<(CaseFile File, Assessment Assessment)> cases, Rulebook rulebook, PageTerms terms, Func<string, string?>? href = null, IEnumerable<string>? unwell = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var reviews = cases.Where(entry => entry.File.Kind == SubjectKind.Review)
            .Select(entry => (entry.File, entry.Assessment, Standing: ReviewStanding.Of(entry.File, entry.Assessment)))
            .OrderBy(entry => entry.Standing.Rank).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
            .ToList();
        var rows = new BoardRows(cases, rulebook, new BoardTerms(terms.Where, terms.AsOf, terms.IsDemo, ImmutableDictionary<string, string>.Empty));
        var gantt = new GanttMaker(rulebook, terms.AsOf);
        var untold = new LongestUntold(rulebook.Vocabulary);
        reviews.ForEach(entry => untold.Add(entry.File, entry.Assessment));
        var (dueSoon, overdue, questions) = (rows.DueSoon.Page(), rows.Overdue.Page(), rows.Questions.Page());
        var failures = rows.Failures with
        {
            Rows =
            [
                .. rows.Failures.Rows,
                .. (unwell ?? []).Select(reference => BoardRows.Failure(reference, "", "Not all of it could be assessed: 'dhr audit' says what, and what to mend.")),
            ],
        };
        ImmutableArray<StandingCount> standings =
        [
            .. ReviewStanding.All.Select(standing => new StandingCount(
                standing,
                reviews.Count(entry => entry.Standing == standing && entry.Assessment.Live),
                reviews.Count(entry => entry.Standing == standing && !entry.Assessment.Live))),
        ];
        var live = gantt.Of([.. reviews.Where(entry => entry.Assessment.Live)], href ?? (_ => null));
        var historic = gantt.Of([.. reviews.Where(entry => !entry.Assessment.Live)], href ?? (_ => null));
        return new()
        {
            Terms = terms,
            Headline = BoardReportMaker.Headline(reviews.ConvertAll(entry => (entry.Assessment, entry.Standing)), rows),
            Remarks = [.. BoardReportMaker.Remarks(reviews.Count(entry => !entry.Assessment.Live), rows), .. new[] { dueSoon, overdue, questions }.Select(LeftOut).Append(untold.Sentence).OfType<string>()],
            Standings = standings,
            Live = live,
            Historic = historic,
            DueSoon = Shortened(dueSoon),
            Overdue = Shortened(overdue),
            Questions = Shortened(questions),
            Failures = failures.Page(),
            Data = OverviewTables.Of([.. live.Rows, .. historic.Rows], standings, [rows.DueSoon, rows.Overdue, rows.Questions, failures]),
        };
    }

    private static Table Shortened(Table table) =>
        table.Rows.Count() > MostRows ? table with { Title = $"{table.Title}, the first {Digits(MostRows)} of {Digits(table.Rows.Count())}", Rows = [.. table.Rows.Take(MostRows)] } : table;

    private static string? LeftOut(Table table) => table.Rows.Count() - MostRows is > 0 and var more
        ? $"“{table.Title}” has {Digits(more)} more rows than a page shows; 'dhr audit --format csv' has every one, and so has this report as a workbook (--out FILE.xlsx)."
        : null;

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);
}
