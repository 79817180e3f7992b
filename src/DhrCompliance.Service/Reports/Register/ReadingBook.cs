using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Reports.Register;

/// <summary>
/// The register as a workbook to read: how each review stands, and what is open. As on the pages there is no note in it, nothing that somebody typed and
/// nothing that would tell a sensitive fact; an import finds no table in it.
/// </summary>
internal static class ReadingBook
{
    public static Workbook Of(IEnumerable<(CaseFile File, Assessment Assessment)> cases, Rulebook rulebook, PageTerms terms)
    {
        var view = new SafeView(rulebook);
        var leftOut = 0;
        var shown = cases.Select(one => (one.File, Assessment: Safe(one.Assessment))).ToList();
        var banner = $"{(terms.Where.Length == 0 ? "" : $"{terms.Where}, ")}as of {DateWords.Day(terms.AsOf)}. {terms.Marking}";
        return new Workbook(
        [
            ReadMe(terms, leftOut),
            SheetTable.Of(ReviewsTable.Of(shown, rulebook.Vocabulary, terms.AsOf), RegisterViews.Reviews, $"Reviews. {banner}"),
            SheetTable.Of(DeadlinesTable.Of(shown.Select(one => one.Assessment), rulebook, terms.AsOf), RegisterViews.Deadlines, $"Open deadlines. {banner}"),
        ]);

        Assessment Safe(Assessment assessment)
        {
            var (safe, missing) = view.Of(assessment);
            leftOut += missing;

            // What failed is told in the words of whatever failed.
            return safe with { Failures = [] };
        }
    }

    private static WorkbookSheet ReadMe(PageTerms terms, int leftOut) => new()
    {
        Name = RegisterViews.ReadMe,
        IsProse = true,
        IsView = true,
        Columns = [new WorkbookColumn($"{terms.Heading} as of {DateWords.Day(terms.AsOf)}") { Width = 110, IsWrapped = true }],
        Rows = [.. Lines(terms, leftOut).Select(line => new WorkbookRow([Cells.Neutral(line)]))],
    };

    private static ImmutableArray<string> Lines(PageTerms terms, int leftOut) =>
    [
        .. new[] { terms.Where, terms.Marking ?? "", terms.IsDemo ? "Demonstration. The borough, its reviews and every date are made up." : "" }.Where(line => line.Length > 0),
        "",
        $"'{RegisterViews.Reviews}': a row a review, with how it stands and the day of each thing that happens once. '{RegisterViews.Deadlines}': what is open, what needs somebody first.",
        "This workbook is for reading, and nothing of it can be imported. To record something, use the workbook that 'dhr export register.xlsx' makes, or the commands.",
        leftOut == 0 ? "It has no notes." : $"It has no notes, and leaves out what would tell a sensitive fact: {leftOut} entries. The register has them.",
        "",
        .. terms.Provenance.Select(one => $"{one.Label}: {one.Value}"),
    ];
}
