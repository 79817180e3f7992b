using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>The second lock: a mail to an address that <c>Post:Allowed</c> does not allow is refused for good, whoever planned it.</summary>
internal sealed class AllowedOnly(ITransport inner, AllowedAddresses allowed) : ITransport
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public bool Replaces => inner.Replaces;

    /// <inheritdoc/>
    public bool Remembers => inner.Remembers;

    /// <inheritdoc/>
    public int AtOnce => inner.AtOnce;

    /// <inheritdoc/>
    public Task Open(CancellationToken giveUp) => inner.Open(giveUp);

    /// <inheritdoc/>
    public Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) => allowed.Allows(mail.Address)
        ? inner.Send(mail, now, giveUp)
        : Task.FromResult(new Handover(
            HandoverOutcome.Permanent, $"Post:Allowed does not allow {mail.Address}: nothing was sent. Add the address or its domain there, or correct the contact."));

    /// <inheritdoc/>
    public Task<Handover> Find(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) => inner.Find(mail, now, giveUp);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Handover>> Later(IReadOnlySet<string> deliveries, CancellationToken giveUp) => inner.Later(deliveries, giveUp);

    public void Dispose() => inner.Dispose();
}
