using System.CommandLine;
using DhrCompliance.Service.Reports.Pages.Overviews;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr report overview</c>: all reviews at a glance.</summary>
internal static class OverviewVerb
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var command = options.On(new Command("overview", """
            All reviews at a glance: how each stands, over time with what was planned, what happened, pauses and who held the pen; what is due in
            the next 60 days; what to answer.

            Examples:
              dhr report overview --out overview.html
              dhr report overview --partnership bexley --as-of 2026-11-20 --out overview.html
              dhr report overview --out overview.xlsx
              dhr report overview --format csv --table overdue --out overdue.csv
            """), ReportTables.Overview, withShareSafe: true);
        command.SetAction(parsed =>
        {
            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var partnership = parsed.GetValue(options.Partnership);
            var report = OverviewMaker.Of(desk.Assess(partnership), desk.Rulebook, desk.Terms("overview", "All reviews", partnership, ReportCommand.Restricted), null, desk.Unwell);
            return DataForms.Write(desk, parsed, options, report, () => new(desk.Scope("overview", partnership), report.Terms, report.Headline, report.Remarks, [.. report.Data]));
        });
        return command;
    }
}
