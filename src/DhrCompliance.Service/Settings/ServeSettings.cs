namespace DhrCompliance.Service.Settings;

/// <summary>How the service that runs unattended behaves. Every schedule is a Quartz cron expression in Europe/London.</summary>
public sealed class ServeSettings
{
    private const int FewestFields = 6;
    private const int MostFields = 7;

    /// <summary>When to look at what changed and whose day has come.</summary>
    public string SweepAt { get; init; } = "0 30 6 * * ?";

    /// <summary>When to look at every case.</summary>
    public string FullSweepAt { get; init; } = "0 0 3 ? * SUN";

    /// <summary>When to send what waits.</summary>
    public string PostAt { get; init; } = "0 * * * * ?";

    /// <summary>Where <c>/health/live</c> and <c>/health/ready</c> are answered.</summary>
    public string Health { get; init; } = "http://127.0.0.1:8080";

    /// <summary>An address that is called after each good sweep, so that somebody else notices when it no longer is; null: none. A secret.</summary>
    public string? Ping { get; init; }

    /// <param name="isCron">Whether a text of so many fields is a schedule; asked from outside, since only the scheduler knows.</param>
    internal IEnumerable<SettingFault> Faults(Func<string, bool> isCron)
    {
        foreach (var (key, cron) in new[] { ("Serve:SweepAt", SweepAt), ("Serve:FullSweepAt", FullSweepAt), ("Serve:PostAt", PostAt) })
        {
            if (!HasFields(cron) || !isCron(cron))
            {
                yield return new SettingFault(key, cron, "a cron expression of seconds, minutes, hours, day of month, month and day of week, such as 0 30 6 * * ?");
            }
        }

        if (!IsWeb(Health) || new Uri(Health) is not { Scheme: "http", PathAndQuery: "/" })
        {
            yield return new SettingFault("Serve:Health", Health, "an address to listen on, such as http://127.0.0.1:8080");
        }

        if (Ping is not null && !IsWeb(Ping))
        {
            yield return new SettingFault("Serve:Ping", null, "this is no http or https address (it is not shown, since whoever knows it can use it)");
        }
    }

    private static bool HasFields(string? cron) =>
        cron?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= FewestFields and <= MostFields;

    private static bool IsWeb(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
