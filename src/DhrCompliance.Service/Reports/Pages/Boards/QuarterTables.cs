using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages.Overviews;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>What the report on a quarter shows, as data.</summary>
internal static class QuarterTables
{
    private static readonly string[] Lists = ["overdue", "due-soon"];

    /// <summary>Made as they are read.</summary>
    /// <param name="overview">What it has from the overview.</param>
    /// <param name="changes">What is otherwise since the last quarter; where there is nothing to compare with, none.</param>
    /// <param name="completions">The action plans, counted.</param>
    /// <param name="sheets">The reviews one by one.</param>
    /// <param name="items">Their items, a table a kind.</param>
    public static IEnumerable<ReportTable> Of(
        OverviewReport overview, ReportTable changes, ImmutableArray<Completion> completions, ImmutableArray<ReviewSheet> sheets, IEnumerable<ReportTable> items) =>
        CourseTables.Of(overview.Live.Rows)
            .Append(OverviewTables.Standings(overview.Standings)).Append(changes).Append(Completions(completions))
            .Concat(overview.Data.Where(table => Lists.Contains(table.Id)))
            .Concat(PictureTables.Of([.. sheets.Select(sheet => sheet.Picture)]))
            .Concat(items);

    private static ReportTable Completions(ImmutableArray<Completion> completions) => new()
    {
        Id = "completions",
        Title = "What is followed to its end, counted",
        Fields =
        [
            new("kind"), new("by"), new("title"), new("group"), new("done", FieldKind.Number), new("late", FieldKind.Number), new("open", FieldKind.Number), new("all", FieldKind.Number),
        ],
        Rows =
        [
            .. from completion in completions
               from row in completion.Rows
               select ImmutableArray.Create(
                   Datum.Text(completion.Kind), Datum.Text(completion.By), Datum.Text(completion.Title), Datum.Text(row.Name),
                   Datum.Number(row.Done), Datum.Number(row.Late), Datum.Number(row.Open), Datum.Number(row.All)),
        ],
    };
}
