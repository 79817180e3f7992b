using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Faults.Year;

/// <summary>A mail server as the drain sees it, which remembers every mail that it accepted.</summary>
internal sealed class MoodyServer(Disk disk) : ITransport
{
    private int mails;

    /// <summary>Message-IDs, and how often each was accepted.</summary>
    public Dictionary<string, int> Accepted { get; } = [];

    public Mood Mood { get; set; }

    /// <summary>The mail at which it happens, counted from the beginning of the attempt.</summary>
    public int At { get; set; }

    public string Name => "moody";

    public bool Replaces => false;

    public int AtOnce => 1;

    public Task Open(CancellationToken giveUp)
    {
        mails = 0;
        return Mood == Mood.Down ? throw new PostException("The mail server is down.") : Task.CompletedTask;
    }

    public Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) => Task.FromResult(Send(mail.MessageId));

    public void Dispose()
    {
    }

    private Handover Send(string id)
    {
        var isNow = mails++ == At;
        switch (Mood)
        {
            case Mood.KilledBefore when isNow:
                disk.Die();
                break;
            case Mood.GoesDown when mails > At:
                return new Handover(HandoverOutcome.Unreachable, "The mail server is down.");
            case Mood.Greylists when mails % 3 == At % 3:
                return new Handover(HandoverOutcome.Temporary, "450 later");
            default:
                break;
        }

        Accepted[id] = Accepted.GetValueOrDefault(id) + 1;
        if (Mood == Mood.KilledAfter && isNow)
        {
            disk.Die();
        }

        return Mood == Mood.BreaksOff && isNow ? new Handover(HandoverOutcome.Unknown, "no answer") : new Handover(HandoverOutcome.Accepted, "250 OK");
    }
}
