using DhrCompliance.Service.Post.Notify;
using DhrCompliance.Service.Post.Smtp;
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
        ITransport transport = settings.Post.Transport switch
        {
            PostSettings.Smtp => new SmtpTransport(settings.Post, clock),
            PostSettings.NotifyService => new NotifyTransport(settings.Post, clock),
            _ => new PickupFolder(settings.Pickup.Path, settings.From),
        };
        return Guarded(transport, settings.Post);
    }

    /// <summary>As the settings restrict whom it reaches: first whether the true recipient may be written to, then where the mail goes in a trial.</summary>
    public static ITransport Guarded(ITransport transport, PostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var redirected = settings.RedirectAllTo is { } to ? new Redirected(transport, to) : transport;
        return settings.Allowed.Count > 0 ? new AllowedOnly(redirected, AllowedAddresses.Of(settings)) : redirected;
    }
}
