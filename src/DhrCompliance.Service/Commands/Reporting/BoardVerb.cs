using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages.Boards;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr report board</c>: a partnership's report to its board on a quarter.</summary>
internal static class BoardVerb
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var partnership = new Option<string>("--partnership") { Description = "Whose board", HelpName = "ID", Required = true };
        var quarter = new Option<string?>("--quarter") { Description = "The quarter, such as 2026-Q3 (default: that of the day assessed)", HelpName = "QUARTER" };
        var command = options.On(new Command("board", """
            The standing item for a partnership's board: progress of every review, recommendations and actions by theme, agency and age, what
            changed since last quarter, one page a review. A past quarter is told as it was known at its end.

            Examples:
              dhr report board --partnership bexley --out board.html
              dhr report board --partnership bexley --quarter 2026-Q3 --out board-2026-Q3.html
              dhr report board --partnership bexley --share-safe --out board-for-others.html
              dhr report board --partnership bexley --out board.json
            """)
        {
            partnership, quarter,
        }, ReportTables.Board, withPartnership: false, withShareSafe: true);
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(quarter);
            if (text is not null && !Quarter.TryParse(text, out _))
            {
                throw new UsageException($"--quarter is '{text}': give a year and a quarter, such as {Quarter.Of(invocation.Today)}.");
            }

            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var asked = Quarter.TryParse(text, out var given) ? given : Quarter.Of(desk.AsOf);
            if (asked.First > desk.AsOf)
            {
                throw new UsageException($"The quarter {asked} begins on {Invocation.Text(asked.First)}, after the day assessed: name an earlier one, or a later --as-of.");
            }

            var report = Report(desk, parsed.GetValue(partnership)!, asked);
            return DataForms.Write(desk, parsed, options, report, () => new(Scope(desk, parsed.GetValue(partnership)!, asked), report.Terms, report.Headline, report.Remarks, [.. report.Data]));
        });
        return command;
    }

    public static QuarterReport Report(ReportDesk desk, string partnership, Quarter quarter)
    {
        var isOver = quarter.Last < desk.AsOf;
        var day = isOver ? quarter.Last : desk.AsOf;
        var now = desk.Assess(partnership, day, isOver ? Earlier(Ledger.Instants.EndOf(day), desk.KnownAt) : desk.KnownAt);
        var before = quarter.First.AddDays(-1);
        IReadOnlyList<(CaseFile File, Assessment Assessment)> then = desk.Assess(partnership, before, Earlier(Ledger.Instants.EndOf(before), desk.KnownAt));
        var terms = desk.Terms($"report to the board on {quarter}", $"Reviews in {quarter}", partnership, ReportCommand.Restricted) with { AsOf = day };
        return QuarterReportMaker.Of(quarter, now, then.Count == 0 ? null : then, desk.Rulebook, terms, desk.Names);
    }

    // A past quarter is told with what was known at its end, unless an earlier moment was asked for.
    private static ReportScope Scope(ReportDesk desk, string partnership, Quarter quarter)
    {
        var scope = desk.Scope("board", partnership) with { Quarter = quarter.ToString() };
        return quarter.Last < desk.AsOf && !(desk.KnownAt < Ledger.Instants.EndOf(quarter.Last)) ? scope with { KnownAt = Invocation.Text(quarter.Last) } : scope;
    }

    private static DateTimeOffset Earlier(DateTimeOffset end, DateTimeOffset? known) => known < end ? known.Value : end;
}
