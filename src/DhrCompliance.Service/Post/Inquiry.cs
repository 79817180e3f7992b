using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Service.Post.Notify;

namespace DhrCompliance.Service.Post;

/// <summary>
/// Asks a transport that keeps a record what became of mails: of those whose fate is not known, whether it has them, and of those it accepted, whether they
/// arrived. Only for who holds the claim.
/// </summary>
internal sealed class Inquiry(LedgerDatabase database, ITransport transport, TimeProvider clock)
{
    /// <summary>The record is kept so long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>What was handed over may stand in the record only after a while.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    /// <summary>Mails that it may have been given: left on their way by a process that ended, or not answered for.</summary>
    public IReadOnlyList<DeliveryHistory> InDoubt() => !transport.Remembers ? [] :
    [
        .. database.HistoriesIn(DeliveryState.Reserved, DeliveryState.Unknown).Where(delivery => IsOurs(delivery) && clock.GetUtcNow() - delivery.Latest.At < Kept),
    ];

    /// <summary>Mails that it accepted and of which it has not told more.</summary>
    public IReadOnlyList<DeliveryHistory> OnTheirWay() => !transport.Remembers ? [] :
    [
        .. database.HistoriesSince(DeliveryState.Accepted, clock.GetUtcNow() - Kept)
            .Where(delivery => IsOurs(delivery) && delivery.Latest.Answer?.StartsWith(NotifyStatus.Delivered, StringComparison.Ordinal) != true),
    ];

    /// <summary>Records what is known by now. What cannot be asked now stays as it is, for the next time.</summary>
    public async Task Run(IReadOnlyList<DeliveryHistory> inDoubt, IReadOnlyList<DeliveryHistory> onTheirWay, SentJournal? journal, Act act, Tally tally, CancellationToken stop)
    {
        try
        {
            var told = new List<(DeliveryHistory Delivery, Outcome Outcome)>();
            foreach (var mail in inDoubt.Count == 0 ? [] : database.Deliveries([.. inDoubt.Select(delivery => delivery.Id)]))
            {
                var history = inDoubt.First(delivery => delivery.Id == mail.Id);
                var found = await transport.Find(mail, clock.GetUtcNow(), stop).ConfigureAwait(false);
                if (found.Outcome == HandoverOutcome.Accepted)
                {
                    journal?.Sent([mail], clock.GetUtcNow());
                    told.Add((history, new Outcome(DeliveryState.Accepted, found.Answer)));
                }
                else if (found.Outcome == HandoverOutcome.Temporary && clock.GetUtcNow() - history.Latest.At >= Lag)
                {
                    told.Add((history, Ground.Seen(database, mail, new Outcome(DeliveryState.Planned, null))));
                }
            }

            if (onTheirWay.Count > 0)
            {
                var later = await transport.Later(onTheirWay.Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal), stop).ConfigureAwait(false);
                told.AddRange(onTheirWay.Where(delivery => later.ContainsKey(delivery.Id)).Select(delivery => (delivery, Of(later[delivery.Id]))));
            }

            Record(told, journal, act, tally, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next drain asks again.
        }
    }

    private static Outcome Of(Handover later) => new(later.Outcome == HandoverOutcome.Accepted ? DeliveryState.Accepted : DeliveryState.Failed, later.Answer);

    private void Record(List<(DeliveryHistory Delivery, Outcome Outcome)> told, SentJournal? journal, Act act, Tally tally, CancellationToken stop)
    {
        if (told.Count == 0)
        {
            return;
        }

        using var writer = database.Write(act, stop);
        var now = database.HistoriesOf([.. told.Select(one => one.Delivery.Id)]).ToDictionary(delivery => delivery.Id, delivery => delivery.Latest.State, StringComparer.Ordinal);

        // A person may have decided otherwise meanwhile.
        foreach (var (delivery, outcome) in told.Where(one => now[one.Delivery.Id] == one.Delivery.Latest.State))
        {
            if (outcome.State == DeliveryState.Failed)
            {
                journal?.CameBack(database.Delivery(delivery.Id)!, clock.GetUtcNow());
            }

            writer.AppendDeliveryState(delivery.Id, outcome.State, outcome.Answer);
            if (outcome.State == DeliveryState.Failed)
            {
                tally.Add(delivery, outcome, clock.GetUtcNow());
            }
        }

        writer.Commit();
    }

    /// <summary>Whether it was last given to this transport.</summary>
    private bool IsOurs(DeliveryHistory delivery) => delivery.States.LastOrDefault(state => state.State == DeliveryState.Reserved)?.Answer == transport.Name;
}
