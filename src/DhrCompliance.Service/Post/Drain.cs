using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>
/// Sends what waits in the outbox: reserved in the register, sent, then recorded, some hundred at a time. A mail that a crash
/// left reserved is sent again: in the pickup folder it replaces itself, and anywhere else it bears the same Message-ID.
/// </summary>
public sealed class Drain(LedgerDatabase database, PickupFolder folder, TimeProvider clock)
{
    private const int Batch = 400;

    /// <summary>Writing a small file is mostly waiting for the disk, and disks take several at once.</summary>
    private const int AtOnce = 8;

    private static readonly ImmutableArray<string> Waiting = [DeliveryState.Planned, DeliveryState.Reserved, DeliveryState.Failed];

    /// <summary>Sends everything that is planned, was reserved, or failed before. Throws <see cref="PostException"/> where nothing can be sent at all.</summary>
    public DrainReport Run(Act act, CancellationToken stop = default)
    {
        var failed = ImmutableArray.CreateBuilder<FailedDelivery>();
        var accepted = 0;
        string? last = null;
        var opened = false;
        while (!stop.IsCancellationRequested)
        {
            var deliveries = database.Deliveries(new DeliveryFilter { States = Waiting, After = last, AtMost = Batch });
            if (deliveries.Count == 0)
            {
                break;
            }

            if (!opened)
            {
                folder.Open();
                opened = true;
            }

            last = deliveries[^1].Id;
            var outcomes = Send(act, deliveries);
            for (var i = 0; i < deliveries.Count; i++)
            {
                if (outcomes[i].Accepted)
                {
                    accepted++;
                }
                else
                {
                    failed.Add(new FailedDelivery(deliveries[i].Id, deliveries[i].Address, outcomes[i].Answer));
                }
            }
        }

        return new DrainReport(accepted, failed.ToImmutable());
    }

    private Handover[] Send(Act act, IReadOnlyList<DeliveryRow> deliveries)
    {
        using (var writer = database.Write(act))
        {
            foreach (var delivery in deliveries.Where(delivery => delivery.State != DeliveryState.Reserved))
            {
                writer.AppendDeliveryState(delivery.Id, DeliveryState.Reserved, null);
            }

            writer.Commit();
        }

        var now = clock.GetUtcNow();
        var outcomes = new Handover[deliveries.Count];
        Parallel.For(0, deliveries.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, i => outcomes[i] = folder.Send(deliveries[i], now));
        using (var writer = database.Write(act))
        {
            for (var i = 0; i < outcomes.Length; i++)
            {
                var state = outcomes[i].Accepted ? DeliveryState.Accepted : DeliveryState.Failed;
                writer.AppendDeliveryState(deliveries[i].Id, state, outcomes[i].Answer);
            }

            writer.Commit();
        }

        return outcomes;
    }
}

/// <summary>What a drain did.</summary>
/// <param name="Accepted">How many mails were accepted.</param>
/// <param name="Failed">Those that were not; the next drain tries them again.</param>
public sealed record DrainReport(int Accepted, ImmutableArray<FailedDelivery> Failed);

/// <summary>A mail that could not be sent.</summary>
public sealed record FailedDelivery(string Id, string Address, string Answer);
