using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>
/// Looks after changed rules at each round, and has it told: to the policy lead what is proposed and adopted, to the operator what cannot be
/// used. What it is kept from doing it does at the next round. Not for several threads at once.
/// </summary>
internal sealed class RulesRound(
    ServiceSettings settings, RulesDesk desk, RulesInForce inForce, Action<OperatorNews> tellOperator, Action<OperatorNews> tellLead, ILogger log, TimeProvider clock)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private readonly Settling _settling = new(clock, Apart);
    private long? _logged;

    /// <summary>Throws nothing but <see cref="OperationCanceledException"/> when stopped.</summary>
    public void Look(CancellationToken stop)
    {
        try
        {
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Write, clock);
            var before = ledger.Rulebooks();
            _logged ??= before.Steps.LastOrDefault()?.Row ?? 0;
            desk.Look(ledger, inForce, _settling.Is, stop);
            Tell(ledger.Rulebooks());
        }
        catch (Exception error) when (!(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            // A sweep that cannot be made for the same reason says so itself.
            log.RulesNotLookedAt(error is LedgerException fault ? fault.Fault.ToString() : error.GetType().Name);
        }
    }

    private void Tell(RulebookStanding standing)
    {
        foreach (var step in standing.Steps.Where(step => step.Row > _logged))
        {
            log.RulebookStep(step.Kind, Hashes.Short(step.Hash));
            _logged = step.Row;
        }

        foreach (var news in RulesNews.ForLead(standing, settings))
        {
            tellLead(news);
        }

        foreach (var news in RulesNews.ForOperator(standing))
        {
            tellOperator(news);
        }
    }
}
