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
        return settings.Post.Transport switch
        {
            PostSettings.Smtp => new SmtpTransport(settings.Post, clock),
            _ => new PickupFolder(settings.Pickup.Path, settings.From),
        };
    }
}
