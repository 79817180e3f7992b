using System.Net;
using System.Net.Mail;

namespace DhrCompliance.Service.Settings;

/// <summary>How mails leave.</summary>
public sealed class PostSettings
{
    /// <summary>Writes each mail as a file into a folder.</summary>
    public const string Pickup = "pickup";

    /// <summary>Sends each mail to a mail server.</summary>
    public const string Smtp = "smtp";

    /// <summary>Hands each mail to GOV.UK Notify.</summary>
    public const string NotifyService = "notify";

    /// <summary>The connection is encrypted before anything else is said.</summary>
    public const string StartTls = "starttls";

    /// <summary>Nothing is encrypted.</summary>
    public const string None = "none";

    private const int LastPort = 65535;
    private const int LongestTimeLimit = 3600;
    private const int MostConnections = 10;

    /// <summary><see cref="Pickup"/>, <see cref="Smtp"/> or <see cref="NotifyService"/>.</summary>
    public string Transport { get; init; } = Pickup;

    /// <summary>The folder of the pickup transport; relative to the settings file.</summary>
    public string PickupFolder { get; init; } = "data/outbox";

    /// <summary>The mail server.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary><see cref="StartTls"/>, which is required then, or <see cref="None"/>.</summary>
    public string Security { get; init; } = StartTls;

    /// <summary>Who logs in; null: nobody does.</summary>
    public string? User { get; init; }

    /// <summary>A secret: never in a message.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mails come from.</summary>
    public string From { get; init; } = "dhr-reminders@example.org";

    /// <summary>How many mails at most are sent to a server in a minute; 0: as many as it takes. Files are not counted.</summary>
    public int MailsPerMinute { get; init; } = 30;

    /// <summary>How long one mail may take, connecting and logging in included.</summary>
    public int TimeLimitSeconds { get; init; } = 60;

    /// <summary>How often a mail that is refused for now is tried before it counts as failed.</summary>
    public int AttemptLimit { get; init; } = 20;

    /// <summary>How many mails one sweep sends at most without a person's release; 0: as many as there are. The mails of the week do not count.</summary>
    public int MaxPerSweep { get; init; } = 200;

    /// <summary>The address of the person who runs the service, told of what goes wrong; null: nobody is.</summary>
    public string? Operator { get; init; }

    /// <summary>How many connections to the server are open at once; so many mails are in doubt at most after a crash.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>The address that a mail server tells of mails that it could not deliver after all (the envelope's sender); null: <see cref="From"/>.</summary>
    public string? Bounces { get; init; }

    /// <summary>The sender on the envelope.</summary>
    internal string Sender => Bounces ?? From;

    /// <summary>The setting that it comes from.</summary>
    internal string SenderSetting => Bounces is null ? "Post:From" : "Post:Bounces";

    /// <summary>The service that takes the mails of <see cref="NotifyService"/>.</summary>
    public NotifySettings Notify { get; init; } = new();

    /// <summary>The file that remembers what was sent, apart from the register; relative to the settings file; null: beside the register.</summary>
    public string? Journal { get; init; }

    /// <summary>For trials: every mail goes to this address, and shows whom it was for; null: each to its own.</summary>
    public string? RedirectAllTo { get; init; }

    /// <summary>
    /// Who may be written to: addresses, <c>@example.org</c> for everybody in exactly that domain, <c>@*.example.org</c> for everybody in those below it.
    /// Empty: anybody.
    /// </summary>
    public IReadOnlyList<string> Allowed { get; init => field = [.. value.Where(entry => entry is not null)]; } = [];

    internal IEnumerable<SettingFault> Faults()
    {
        if (Transport is not (Pickup or Smtp or NotifyService))
        {
            yield return new SettingFault("Post:Transport", Transport, "pickup, smtp or notify");
        }

        if (string.IsNullOrWhiteSpace(PickupFolder))
        {
            yield return new SettingFault("Post:PickupFolder", PickupFolder, "the folder that mails are written to");
        }

        if (!IsAddress(From))
        {
            yield return new SettingFault("Post:From", From, "one mail address, such as dhr-reminders@example.org");
        }

        if (Operator is not null && !IsAddress(Operator))
        {
            yield return new SettingFault("Post:Operator", Operator, "one mail address, or nothing");
        }

        if (MaxPerSweep < 0)
        {
            yield return new SettingFault("Post:MaxPerSweep", $"{MaxPerSweep}", "how many mails one sweep sends at most by itself; 0: no limit");
        }

        if (AttemptLimit < 1)
        {
            yield return new SettingFault("Post:AttemptLimit", $"{AttemptLimit}", "1 or more attempts");
        }

        foreach (var fault in OfTheServer().Concat(Notify.Faults(Transport == NotifyService)).Concat(OfAddresses()))
        {
            yield return fault;
        }
    }

    private IEnumerable<SettingFault> OfAddresses()
    {
        if (RedirectAllTo is not null && !IsAddress(RedirectAllTo))
        {
            yield return new SettingFault("Post:RedirectAllTo", RedirectAllTo, "one mail address, or nothing");
        }

        if (Bounces is not null && !IsAddress(Bounces))
        {
            yield return new SettingFault("Post:Bounces", Bounces, "one mail address, or nothing: then they go to Post:From");
        }

        if (Journal is not null && string.IsNullOrWhiteSpace(Journal))
        {
            yield return new SettingFault("Post:Journal", Journal, "a file, or nothing: then it lies beside the register");
        }

        foreach (var entry in Allowed.Where(entry => !AllowedEntry.IsOne(entry)))
        {
            yield return new SettingFault("Post:Allowed", entry, "mail addresses, @example.org or @*.example.org, in ASCII, with a comma or a blank between them");
        }

        if (Operator is not null && Allowed.All(AllowedEntry.IsOne) && !AllowedEntry.Allow(Allowed, Operator))
        {
            yield return new SettingFault("Post:Operator", Operator, "an address that Post:Allowed allows: add it there");
        }
    }

    private IEnumerable<SettingFault> OfTheServer()
    {
        if (Host is null ? Transport == Smtp : Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return new SettingFault("Post:Host", Host, "the name or number of a mail server, such as mail.example.org");
        }

        if (Port is < 1 or > LastPort)
        {
            yield return new SettingFault("Post:Port", $"{Port}", "a port from 1 to 65535, such as 587");
        }

        if (Security is not (StartTls or None))
        {
            yield return new SettingFault("Post:Security", Security, "starttls or none");
        }

        if (Security == None && !string.IsNullOrEmpty(Password) && !IsThisMachine(Host))
        {
            yield return new SettingFault("Post:Security", Security, "starttls where there is a Post:Password: it is sent in the clear to no other machine");
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return string.IsNullOrEmpty(User)
                ? new SettingFault("Post:User", null, "the name that Post:Password belongs to is missing")
                : new SettingFault("Post:Password", null, "the password of Post:User is missing: give it in a file, named by DHR_Post__Password_FILE");
        }

        if (Connections is < 1 or > MostConnections)
        {
            yield return new SettingFault("Post:Connections", $"{Connections}", "1 to 10 connections to the mail server");
        }

        if (MailsPerMinute < 0)
        {
            yield return new SettingFault("Post:MailsPerMinute", $"{MailsPerMinute}", "how many mails at most are sent in a minute; 0: no limit");
        }

        if (TimeLimitSeconds is < 1 or > LongestTimeLimit)
        {
            yield return new SettingFault("Post:TimeLimitSeconds", $"{TimeLimitSeconds}", "1 to 3600 seconds for one mail");
        }
    }

    private static bool IsThisMachine(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var number) && IPAddress.IsLoopback(number));

    /// <summary>Mail servers take addresses of ASCII.</summary>
    internal static bool IsAddress(string text) =>
        text.All(letter => letter is > ' ' and <= '~') && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
