using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;

namespace DhrCompliance.Service.Post;

/// <summary>For trials: every mail goes to one address, and shows whom it was for.</summary>
internal sealed class Redirected(ITransport inner, string to) : ITransport
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
    public async Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp)
    {
        if (!MailFile.IsAddress(mail.Address))
        {
            // What would fail in earnest fails in a trial, and never stands in a subject.
            return await inner.Send(mail, now, giveUp).ConfigureAwait(false);
        }

        var told = await inner.Send(Redirection.Of(mail, to), now, giveUp).ConfigureAwait(false);
        return told with { Answer = $"{told.Answer} (to {to}, by Post:RedirectAllTo, in place of {mail.Address})" };
    }

    /// <inheritdoc/>
    public Task<Handover> Find(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) => inner.Find(mail, now, giveUp);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Handover>> Later(IReadOnlySet<string> deliveries, CancellationToken giveUp) => inner.Later(deliveries, giveUp);

    public void Dispose() => inner.Dispose();
}
