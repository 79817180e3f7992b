namespace DhrCompliance.Service.Settings;

/// <summary>How GOV.UK Notify is spoken to.</summary>
public sealed class NotifySettings
{
    private const int ShortestKey = 74;

    /// <summary>A secret, as Notify shows it once: a name, the service's id and the key's own, with hyphens between. Never in a message.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The id of a template of e-mail with the two fields <c>((subject))</c> and <c>((body))</c>.</summary>
    public string? Template { get; init; }

    /// <summary>Where the service is.</summary>
    public string BaseAddress { get; init; } = "https://api.notifications.service.gov.uk/";

    /// <summary>The id of one of the service's reply-to addresses; null: its default.</summary>
    public string? ReplyTo { get; init; }

    internal IEnumerable<SettingFault> Faults(bool isUsed)
    {
        if (ApiKey is null ? isUsed : !IsKey(ApiKey))
        {
            yield return new SettingFault(
                "Post:Notify:ApiKey", null, "a key of GOV.UK Notify (API integration, API keys), whole as it was shown once: give it in a file, named by DHR_Post__Notify__ApiKey_FILE");
        }

        if (Template is null ? isUsed : !Guid.TryParseExact(Template, "D", out _))
        {
            yield return new SettingFault("Post:Notify:Template", Template, "the id of a template of GOV.UK Notify for e-mails, with the fields ((subject)) and ((body))");
        }

        if (ReplyTo is not null && !Guid.TryParseExact(ReplyTo, "D", out _))
        {
            yield return new SettingFault("Post:Notify:ReplyTo", ReplyTo, "the id of a reply-to address of GOV.UK Notify, or nothing");
        }

        if (!IsSafe(BaseAddress))
        {
            yield return new SettingFault("Post:Notify:BaseAddress", BaseAddress.Contains('@', StringComparison.Ordinal) ? null : BaseAddress, "an address that begins with https://, with no name and password in it; http:// only on this machine");
        }
    }

    private static bool IsKey(string text) =>
        text.Length >= ShortestKey && text.All(letter => letter is > ' ' and <= '~') && Guid.TryParseExact(text[^36..], "D", out _) && Guid.TryParseExact(text[^73..^37], "D", out _);

    /// <summary>What is signed with the key is sent in the clear to no other machine.</summary>
    private static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
