using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post;

/// <summary>How often and how fast mails are tried.</summary>
/// <param name="Attempts">How often a mail that is refused for now is tried before it counts as failed.</param>
/// <param name="PerMinute">How many mails at most are sent in a minute; 0: no limit.</param>
public sealed record DrainLimits(int Attempts = 20, int PerMinute = 0)
{
    /// <summary>Those that the settings ask for. Files in a folder hurry nobody.</summary>
    public static DrainLimits Of(PostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new DrainLimits(settings.AttemptLimit, settings.Transport == PostSettings.Pickup ? 0 : settings.MailsPerMinute);
    }

    /// <summary>How long so many mails take at least.</summary>
    public TimeSpan TimeFor(int mails) => PerMinute == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(mails) / PerMinute;
}
