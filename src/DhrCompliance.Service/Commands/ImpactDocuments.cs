using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Impact;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary>What is compared: its heading, the day, and the draft where there is one.</summary>
internal sealed record ImpactTerms(string Title, DateOnly AsOf, string? Draft = null);

/// <summary>Compares two rulebooks over a register and shows what differs: the numbers first.</summary>
internal static class ImpactDocuments
{
    /// <summary>Writes the document; gives the exit code: 5 where something could not be assessed, 1 where anything differs, 0 otherwise.</summary>
    public static int Write(
        Invocation invocation, LedgerDatabase ledger, RulebookImpact impact, IEnumerable<CaseFile> files, ImpactTerms terms, string format, string? path)
    {
        var found = new ImpactRun(ledger, impact).Over(files, terms.AsOf);
        var report = new ImpactReport
        {
            Title = terms.Title,
            AsOf = terms.AsOf,
            Before = impact.Before.Rulebook,
            Now = impact.Now.Rulebook,
            Draft = terms.Draft,
            Summary = ImpactSummary.Of(found.Cases, found.Differing),
            Cases = found.Differing,
            Failures = [.. found.Failures.Select(failure => new AuditFailure(failure.Case, failure.Rule, failure.Error))],
        };
        switch (format)
        {
            case "json":
                Documents.Write(path, invocation, stream => ImpactJson.Write(stream, report));
                break;
            case "html":
                Documents.WriteText(path, invocation, text => text.Write(ImpactHtml.RenderAsync(report).GetAwaiter().GetResult()));
                break;
            default:
                Documents.WriteText(path, invocation, text => WriteTables(text, report, path is null ? Looks.Of(invocation) : TerminalLook.Plain));
                break;
        }

        if (format != "table" && path is null)
        {
            invocation.Show();
        }

        foreach (var failure in report.Failures)
        {
            invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
        }

        return report.Failures.Count > 0 ? ExitCode.Partly : report.Summary.Differing > 0 ? ExitCode.Found : ExitCode.Done;
    }

    private static void WriteTables(TextWriter text, ImpactReport report, TerminalLook look)
    {
        text.WriteLine($"{report.Title}, as of {DateWords.Day(report.AsOf)}");
        text.WriteLine(ImpactWords.Headline(report));
        foreach (var remark in ImpactWords.Remarks(report))
        {
            text.WriteLine(remark);
        }

        Table[] tables =
        [
            ImpactTables.Breaches(report.Summary), ImpactTables.Roles(report.Summary),
            ImpactTables.Editions(report), ImpactTables.Rows(report), ImpactTables.Notices(report),
        ];
        foreach (var table in tables.Where(table => table.Rows.Any()))
        {
            text.WriteLine();
            TerminalTable.Write(text, table, look);
        }
    }
}
