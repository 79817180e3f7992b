using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>
/// What a person decides of a delivery that did not simply go out: to send it again, or never. Decided and written in one act, so that no sweep and no
/// drain comes between. The register keeps who did it.
/// </summary>
public static class Reconciliation
{
    private const string Sending =
        "is being sent, or was when a process ended: the next run settles it. See 'dhr outbox list' then";

    /// <summary>Puts it back among those that wait, as if it had never been refused. Nothing is sent here.</summary>
    public static Reconciled Retry(LedgerDatabase database, LedgerWriter writer, DeliveryRow delivery)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(delivery);
        var history = database.HistoriesOf([delivery.Id])[0];
        switch (history.Latest.State)
        {
            case DeliveryState.Failed or DeliveryState.Unknown or DeliveryState.Planned when Ground.IsLost(database, delivery):
                return Refuse(history, "is not sent again, because its ground no longer holds: see 'dhr outbox discard'");
            case DeliveryState.Failed:
                return Again("waits to be sent again");
            case DeliveryState.Unknown:
                return Again("waits to be sent again. It may arrive twice, with the same Message-ID");
            case DeliveryState.Planned when Attempts.Of(history).LastAt is not null:
                return Again("does not wait for its next attempt any longer");
            case DeliveryState.Planned:
                return Refuse(history, "waits to be sent already");
            case DeliveryState.Held:
                return Refuse(history, "was never sent: it is held until a person releases it with 'dhr outbox approve'");
            case DeliveryState.Accepted:
                return Refuse(history, Gone(history));
            case DeliveryState.Discarded:
                return Refuse(history, Discarded(history));
            default:
                return Refuse(history, Sending);
        }

        Reconciled Again(string what)
        {
            writer.AppendDeliveryState(delivery.Id, DeliveryState.Planned, null);
            var partly = database.WithLostGround([delivery.Id]).Count > 0;
            return new Reconciled(true, $"Delivery {history.Id} to {history.Address} {what}."
                + (partly ? " Part of what it says no longer holds: the next run writes the rest of it anew, and sends that." : string.Empty));
        }
    }

    /// <summary>Ends it: it is never sent, what it carries is told to nobody by it, and is not planned again for its sake.</summary>
    /// <param name="database">The register.</param>
    /// <param name="writer">The act that is open in it.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="reason">Kept beside it.</param>
    public static Reconciled Discard(LedgerDatabase database, LedgerWriter writer, DeliveryRow delivery, string reason)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var history = database.HistoriesOf([delivery.Id])[0];
        switch (history.Latest.State)
        {
            case DeliveryState.Accepted:
                return Refuse(history, Gone(history));
            case DeliveryState.Discarded:
                return Refuse(history, Discarded(history));
            case DeliveryState.Reserved:
                return Refuse(history, Sending);
            default:
                writer.AppendDeliveryState(delivery.Id, DeliveryState.Discarded, reason);
                return new Reconciled(true, $"Delivery {history.Id} to {history.Address} is discarded. What it says is told to nobody by it.");
        }
    }

    private static string Gone(DeliveryHistory delivery) => FormattableString.Invariant($"went out on {delivery.Latest.At:yyyy-MM-dd}");

    private static string Discarded(DeliveryHistory delivery) =>
        FormattableString.Invariant($"was discarded on {delivery.Latest.At:yyyy-MM-dd} by {delivery.Latest.By}; 'dhr outbox show' tells why");

    private static Reconciled Refuse(DeliveryHistory delivery, string because) => new(false, $"Delivery {delivery.Id} to {delivery.Address} {because}.");
}

/// <summary>What came of a person's decision.</summary>
/// <param name="IsDone">Whether it was taken.</param>
/// <param name="Words">What was done, or why it was not.</param>
public sealed record Reconciled(bool IsDone, string Words);
