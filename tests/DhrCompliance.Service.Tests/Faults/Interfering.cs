using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>A transport that takes every mail, as a mail server does that cannot take one back, and lets a fault happen while it has the one that is named.</summary>
internal sealed class Interfering(int during, Action fault) : ITransport
{
    private readonly List<string> taken = [];

    /// <summary>Message-IDs in the order they came.</summary>
    public IReadOnlyList<string> Taken => taken;

    public string Name => "interfering";

    public bool Replaces => false;

    public int AtOnce => 1;

    public Task Open(CancellationToken giveUp) => Task.CompletedTask;

    public Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp)
    {
        taken.Add(mail.MessageId);
        if (taken.Count == during)
        {
            fault();
        }

        return Task.FromResult(new Handover(HandoverOutcome.Accepted, "250 taken"));
    }

    public void Dispose()
    {
    }
}
