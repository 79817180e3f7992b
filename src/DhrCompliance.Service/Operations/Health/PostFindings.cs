using static DhrCompliance.Service.Operations.Health.HealthWords;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>Whether what was planned goes out.</summary>
internal static class PostFindings
{
    /// <summary>How long mails may be unable to leave before somebody should look.</summary>
    public static readonly TimeSpan BriefOutage = TimeSpan.FromMinutes(15);

    /// <summary>How long a mail that nobody refused may wait: the rate limit makes a large number of them take a while.</summary>
    public static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    /// <summary>After this, mails do not go out.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromDays(1);

    public static Finding Post(HealthFacts facts, DateTimeOffset now)
    {
        const string Name = HealthFindings.Names.Post;
        if (facts.PostDownSince is not { } since)
        {
            return new Finding(Name, HealthLevel.Ok, "Mails can leave.");
        }

        var level = now - since > TooLong ? HealthLevel.Unhealthy : now - since > BriefOutage ? HealthLevel.Degraded : HealthLevel.Ok;
        return new Finding(Name, level, $"No mail could leave since {At(since)}; it is tried again by itself. 'dhr doctor' says what to mend.");
    }

    public static Finding Outbox(HealthFacts facts, DateTimeOffset now)
    {
        const string Name = HealthFindings.Names.Outbox;
        if (facts.Service is not { } service)
        {
            return HealthFindings.NotKnown(Name);
        }

        var waiting = service.Waiting == 0 ? "No mail waits" : $"{Counted(service.Waiting, "mail waits", "mails wait")} to be sent";
        if (service.WaitingSince is { } since && now - since > LongWait)
        {
            return new Finding(
                Name,
                now - since > TooLong ? HealthLevel.Unhealthy : HealthLevel.Degraded,
                $"{waiting}, the oldest since {At(since)}: 'dhr doctor' says whether mails can leave, 'dhr outbox list --state planned' lists them.");
        }

        return service.RefusedSince is { } refused && now - refused > TooLong
            ? new Finding(Name, HealthLevel.Degraded, $"{waiting}; the mail server has put off the oldest since {At(refused)}, and it is tried again by itself. 'dhr outbox list --state planned' lists them, 'dhr outbox show ID' tells the server's words.")
            : new Finding(Name, HealthLevel.Ok, $"{waiting}.");
    }

    public static Finding Deliveries(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Deliveries;
        if (facts.Service is not { } service)
        {
            return HealthFindings.NotKnown(Name);
        }

        if (service.Failed + service.Unknown == 0)
        {
            return new Finding(Name, HealthLevel.Ok, "None failed, and none is in doubt.");
        }

        var failed = service.Failed == 0 ? "" : $"{Counted(service.Failed, "delivery", "deliveries")} failed: see 'dhr outbox list --state failed'. Once a mail server that was wrong is mended: 'dhr outbox retry ID'. A wrong address: correct the contact, then 'dhr outbox discard ID --reason TEXT'.";
        var unknown = service.Unknown == 0 ? "" : $"{Counted(service.Unknown, "delivery", "deliveries")} may or may not have arrived: see 'dhr outbox list --state unknown', ask the recipient or the mail server's log, then 'dhr outbox retry ID' or 'dhr outbox discard ID --reason TEXT'.";
        return new Finding(Name, HealthLevel.Degraded, $"{failed} {unknown}".Trim());
    }

    public static Finding Approvals(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Approvals;
        return facts.Service switch
        {
            null => HealthFindings.NotKnown(Name),
            { Held: > 0, HeldSince: { } since } service => new Finding(
                Name,
                HealthLevel.Degraded,
                $"{Counted(service.Held, "mail is", "mails are")} held until a named person releases {(service.Held == 1 ? "it" : "them")}, {(service.Held == 1 ? "" : "the oldest ")}since {At(since)}: see 'dhr outbox list --held', then 'dhr outbox approve ID --by NAME' or 'dhr outbox discard ID --reason TEXT'."),
            _ => new Finding(Name, HealthLevel.Ok, "No mail waits for a person to release it."),
        };
    }

    public static Finding Addresses(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Addresses;
        return facts.WithoutAddress switch
        {
            null => HealthFindings.NotKnown(Name),
            0 => new Finding(Name, HealthLevel.Ok, "No notice waits for an address."),
            { } count => new Finding(Name, HealthLevel.Degraded, $"{Counted(count, "notice waits", "notices wait")} for an address, because nobody holds the role: 'dhr outbox list' names role and case; add a contact and import it."),
        };
    }
}
