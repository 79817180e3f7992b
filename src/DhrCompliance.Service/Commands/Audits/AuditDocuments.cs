using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary>Writes an audit in the form that was asked for, and says what it came to.</summary>
internal sealed class AuditDocuments(Invocation invocation, LedgerDatabase ledger, List<CaseFailure> failures)
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
        else
        {
            WriteText(AuditTable.Of(counted.Select(one => one.Assessment), header.Rulebook, header.AsOf), output);
        }

        return Conclude();
    }

    /// <summary>What could not be assessed; complete after the last case.</summary>
    public LateFailures Failures() => new(() =>
    [
        .. failures.Select(failure => new AuditFailure(failure.Case, failure.Rule, failure.Error)),
        .. ledger.Unreadable.Select(row => new AuditFailure(row.Reference, null, row.ToString())),
    ]);

    private void WriteText(Table table, AuditOptions.Output output) => Documents.WriteText(output.Path, invocation, text =>
    {
        switch (output.Format)
        {
            case "csv":
                CsvTable.Write(text, table);
                break;
            case "list":
                ListTable.Write(text, table);
                break;
            default:
                AuditPage.Write(text, table, output.Path is null ? Looks.Of(invocation) : TerminalLook.Plain, output.IsAll, _counts, _untold);
                break;
        }
    });

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
