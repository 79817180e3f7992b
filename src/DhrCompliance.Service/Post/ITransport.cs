using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>A way for mails to leave. The drain sends through it from one thread at a time, but for what it takes at once.</summary>
public interface ITransport : IDisposable
{
    /// <summary>As the setting names it. Kept with a mail while it is being sent, so that a changed setting misleads nobody afterwards.</summary>
    string Name { get; }

    /// <summary>True: the same delivery sent twice leaves one mail, so that what a crash left in doubt is simply sent again.</summary>
    bool Replaces { get; }

    /// <summary>True: it keeps a record of its own that can be asked, by <see cref="Find"/> and <see cref="Later"/>.</summary>
    bool Remembers => false;

    /// <summary>How many mails are given to it together; so many are in doubt after a crash.</summary>
    int AtOnce { get; }

    /// <summary>Makes ready to send. Throws <see cref="PostException"/>, saying what to do, where nothing can be sent at all.</summary>
    /// <param name="giveUp">Ends it with <see cref="OperationCanceledException"/>.</param>
    Task Open(CancellationToken giveUp);

    /// <summary>Sends one mail. Throws nothing for what the mail, the server or the stop can cause: that is its outcome.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="now">The moment that stands in it as its date.</param>
    /// <param name="giveUp">Give up at once: <see cref="HandoverOutcome.Unknown"/> if it may have been accepted, else <see cref="HandoverOutcome.Unreachable"/>.</param>
    Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp);

    /// <summary>
    /// Whether its record has a mail that it may have been given: accepted, with what became of it; temporary where it has not, or where it came back; unreachable or
    /// unknown where it cannot be asked now. Throws <see cref="OperationCanceledException"/> when given up.
    /// </summary>
    Task<Handover> Find(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) => throw new NotSupportedException("It keeps no record.");

    /// <summary>What became, by now, of mails that it accepted: by delivery, accepted where it arrived and permanent where it came back; what is on its way is left out.</summary>
    Task<IReadOnlyDictionary<string, Handover>> Later(IReadOnlySet<string> deliveries, CancellationToken giveUp) => throw new NotSupportedException("It keeps no record.");
}
