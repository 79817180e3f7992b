using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Audits;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary>Writes an audit in the form that was asked for, and says what it came to.</summary>
internal sealed class AuditDocuments(Invocation invocation, LedgerDatabase ledger, AuditAsked asked, List<CaseFailure> failures)
{
    private readonly StateCounts _counts = new();
    private int _ruleFailures;
    private LongestUntold? _untold;

    /// <summary>Writes it, tells what failed, and gives the exit code.</summary>
    public int Write(AuditHeader header, IEnumerable<(CaseFile File, Assessment Assessment)> assessed, AuditOptions.Output output)
    {
        _untold = new LongestUntold(header.Rulebook.Vocabulary);
        var counted = assessed.Select(one =>
        {
            _counts.Add(one.Assessment);
            _untold.Add(one.File, one.Assessment);
            _ruleFailures += one.Assessment.Failures.Length;
            return one;
        });
        if (output.Format == "json")
        {
            Documents.Write(output.Path, invocation, stream => AuditJson.Write(stream, header, counted, Failures()));
            if (output.Path is null)
            {
                invocation.Show();
            }
        }
        else if (output.Format == "html")
        {
            var names = ledger.Partnerships().ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal);
            var page = new AuditPages(header, Terms(header), asked, names).Of(counted, _counts, Unwell()).GetAwaiter().GetResult();
            Documents.WriteText(output.Path, invocation, text => HousePages.WriteAsync(text, page).GetAwaiter().GetResult());
        }
        else
        {
            WriteTable(AuditTable.Of(counted.Select(one => one.Assessment), header.Rulebook, header.AsOf), header, output);
        }

        return Conclude();
    }

    /// <summary>What could not be assessed; complete after the last case.</summary>
    public LateFailures Failures() => new(() =>
    [
        .. failures.Select(failure => new AuditFailure(failure.Case, failure.Rule, failure.Error)),
        .. ledger.Unreadable.Select(row => new AuditFailure(row.Reference, null, row.ToString())),
    ]);

    private void WriteTable(Table table, AuditHeader header, AuditOptions.Output output)
    {
        if (output.Format == TableForms.Sheet)
        {
            TableForms.WriteBook(invocation, output.Path, () => AuditBook.Of(table, header, output.IsAll, _counts));
        }
        else if (!TableForms.Write(invocation, output.Path, output.Format, table))
        {
            Documents.WriteText(output.Path, invocation, text =>
                AuditPage.Write(text, table, output.Path is null ? Looks.Of(invocation) : TerminalLook.Plain, output.IsAll, _counts, _untold));
        }
    }

    private PageTerms Terms(AuditHeader header) => new()
    {
        Kind = "audit",
        Heading = "Audit",
        AsOf = header.AsOf,
        IsDemo = ledger.IsDemo,
        Marking = ReportCommand.Restricted,
        Provenance = [.. BoardReportMaker.Provenance(header.Rulebook, new BoardTerms("", header.AsOf, false, ImmutableDictionary<string, string>.Empty))],
    };

    // What it is is told to whoever runs the program: it may hold what somebody typed. Read as late as it can be.
    private IEnumerable<string> Unwell()
    {
        foreach (var reference in failures.Select(failure => failure.Case).Concat(ledger.Unreadable.Select(row => row.Reference)))
        {
            yield return reference;
        }
    }

    private int Conclude()
    {
        foreach (var failure in failures)
        {
            invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
        }

        foreach (var row in ledger.Unreadable)
        {
            invocation.Complain($"dhr: {row.Reference}: {row}");
        }

        return failures.Count + ledger.Unreadable.Count + _ruleFailures > 0 ? ExitCode.Partly
            : _counts.Breaches > 0 ? ExitCode.Found
            : ExitCode.Done;
    }
}
