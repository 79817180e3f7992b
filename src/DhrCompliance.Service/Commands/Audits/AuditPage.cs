using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary>The audit as a person reads it: the table, what it leaves out, and the numbers below it.</summary>
internal static class AuditPage
{
    public static void Write(TextWriter output, Table table, TerminalLook look, bool isAll, StateCounts counts, LongestUntold? untold)
    {
        var view = new AuditView(table, look.Width, isAll);
        var rows = view.Table with { Rows = [.. view.Table.Rows] };
        if (view.Shown == 0)
        {
            output.WriteLine($"{table.Title}: there is nothing to show.");
        }
        else
        {
            TerminalTable.Write(output, rows, look);
        }

        if (view.LeftOut.Count > 0)
        {
            output.WriteLine($"Left out: {StateSummary.Of(view.LeftOut)}. Add --all to see them here; --format list has every row.");
        }

        if (counts.Live.Count > 0)
        {
            output.WriteLine($"Live cases: {StateSummary.Of(counts.Live)}.");
        }

        if (counts.Historic.Count > 0)
        {
            output.WriteLine($"Closed or loaded history: {StateSummary.Of(counts.Historic)}.");
        }

        if (untold?.Sentence is { } sentence)
        {
            output.WriteLine($"{sentence} Each family: dhr report families");
        }

        if (view.Shown > 0 && !view.ShowsWhy)
        {
            output.WriteLine("Why each is so: dhr explain CASE [RULE]");
        }
    }
}
