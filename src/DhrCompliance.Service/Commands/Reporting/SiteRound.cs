using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary>Writes the site of each partnership, where the settings name a folder for it. Not for several threads at once.</summary>
internal sealed class SiteRound(ServiceSettings settings, Invocation invocation)
{
    /// <summary>How many partnerships' sites were written. Throws what keeps it from writing; sites that were finished stand.</summary>
    public int Write(DateOnly day, CancellationToken stop)
    {
        if (settings.Site is not { Path: var root })
        {
            return 0;
        }

        using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
        if (ledger.Rulebooks().InForce is not { } inForce)
        {
            return 0;
        }

        var compiled = CompiledRulebook.Compile(RulesFolder.Read(ledger, inForce));
        var partnerships = ledger.Rows().Partnerships.Select(row => row.Id).Order(StringComparer.Ordinal).ToList();
        foreach (var partnership in partnerships)
        {
            stop.ThrowIfCancellationRequested();
            var desk = new ReportDesk(invocation, ledger, compiled, day);
            SiteFolder.Replace(root, partnership, new SiteMaker(desk, partnership).Files().Select(file => stop.IsCancellationRequested ? throw new OperationCanceledException(stop) : file));
        }

        return partnerships.Count;
    }
}
