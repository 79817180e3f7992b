using System.Net.Mail;

namespace DhrCompliance.Service.Settings;

/// <summary>How mails leave.</summary>
public sealed class PostSettings
{
    /// <summary>The transport: <c>pickup</c> writes each mail as a file into a folder.</summary>
    public string Transport { get; init; } = "pickup";

    /// <summary>The folder of the pickup transport; relative to the settings file.</summary>
    public string PickupFolder { get; init; } = "data/outbox";

    /// <summary>The address that mails come from.</summary>
    public string From { get; init; } = "dhr-reminders@example.org";

    internal IEnumerable<SettingFault> Faults()
    {
        if (Transport != "pickup")
        {
            yield return new SettingFault("Post:Transport", Transport, "pickup");
        }

        if (string.IsNullOrWhiteSpace(PickupFolder))
        {
            yield return new SettingFault("Post:PickupFolder", PickupFolder, "the folder that mails are written to");
        }

        if (!MailAddress.TryCreate(From, out var address) || address.Address != From)
        {
            yield return new SettingFault("Post:From", From, "one mail address, such as dhr-reminders@example.org");
        }
    }
}
