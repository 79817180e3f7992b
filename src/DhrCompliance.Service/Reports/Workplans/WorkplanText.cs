using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan on a terminal: a table a stage, and what the dates rest on.</summary>
public static class WorkplanText
{
    public static void Write(TextWriter output, WorkplanReport report, TerminalLook look)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        output.WriteLine(Cells.OneLine($"Work plan of {report.Plan.Reference} as of {DateWords.Day(report.Plan.AsOf)}. {WorkplanWords.Headline(report.Plan)}"));
        output.WriteLine(Cells.OneLine($"Governed by: {string.Join(", ", report.Plan.Packs)}.{(WorkplanWords.LeftOut(report.Plan) is { } left ? $" Left out: {left}." : string.Empty)}"));
        if (WorkplanWords.Supposed(report.Plan) is { } supposed)
        {
            output.WriteLine(Cells.OneLine(supposed));
        }

        if (report.IsDemo)
        {
            output.WriteLine("A demonstration: the review and every date are made up.");
        }

        foreach (var table in WorkplanTables.Stages(report, onPage: false))
        {
            TerminalTable.Write(output, table, look);
        }

        var undated = WorkplanTables.Undated(report);
        if (undated.Rows.Any())
        {
            TerminalTable.Write(output, undated, look);
        }

        output.WriteLine("Projected dates are no limits: they follow if each duty before is met exactly on its own date, and move when it moves.");
        output.WriteLine("Asked for: the source gives no number of days, so nobody is late; the service asks from that day on.");
        output.WriteLine("What each step rests on, what to record for it, and what the projected dates take to happen: --format html.");
    }
}
