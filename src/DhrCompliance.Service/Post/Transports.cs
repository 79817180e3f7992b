using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post;

/// <summary>The transport that the settings ask for.</summary>
public static class Transports
{
    /// <summary>Not open yet; the caller disposes of it.</summary>
    public static ITransport Of(ServiceSettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        return settings.Post.Transport switch
        {
            PostSettings.Smtp => new NotYet(),
            _ => new PickupFolder(settings.Pickup.Path, settings.From),
        };
    }

    private sealed class NotYet : ITransport
    {
        public string Name => PostSettings.Smtp;

        public bool Replaces => false;

        public int AtOnce => 1;

        public void Open() => throw new PostException("This version cannot send to a mail server yet: set Post:Transport to pickup.");

        public Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) =>
            Task.FromResult(new Handover(HandoverOutcome.Unreachable, "This version cannot send to a mail server yet."));

        public void Dispose()
        {
        }
    }
}
