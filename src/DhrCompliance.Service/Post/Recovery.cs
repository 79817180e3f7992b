using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post;

/// <summary>What a process left reserved that ended while it was sending. Only for who holds the claim: nobody else is sending then.</summary>
internal static class Recovery
{
    private const string InDoubt =
        "The program ended while this mail was being sent: whether it arrived is not known. Ask, or look into the mail server's log.";

    public static void Run(LedgerDatabase database, ITransport transport, SentJournal? journal, Act act, Tally tally, CancellationToken stop)
    {
        if (database.HistoriesIn(DeliveryState.Reserved).Count == 0)
        {
            return;
        }

        using var writer = database.Write(act, stop);
        var left = database.HistoriesIn(DeliveryState.Reserved);
        var mails = database.Deliveries([.. left.Select(delivery => delivery.Id)]).ToDictionary(mail => mail.Id, StringComparer.Ordinal);
        foreach (var delivery in left)
        {
            // The first versions knew one transport and did not name it.
            var through = delivery.Latest.Answer ?? PostSettings.Pickup;
            if (transport.Remembers && through == transport.Name && journal?.ToldAt(mails[delivery.Id]) is null)
            {
                // It is asked.
                continue;
            }

            var outcome = journal?.ToldAt(mails[delivery.Id]) is { } at ? ToldBefore.Outcome(at)
                : transport.Replaces && through == transport.Name
                ? Ground.Seen(database, mails[delivery.Id], new Outcome(DeliveryState.Planned, null))
                : new Outcome(DeliveryState.Unknown, InDoubt);
            writer.AppendDeliveryState(delivery.Id, outcome.State, outcome.Answer);
            if (outcome.State == DeliveryState.Accepted)
            {
                tally.AddToldBefore();
            }
            else
            {
                tally.Add(delivery, outcome, default);
            }
        }

        writer.Commit();
    }
}
