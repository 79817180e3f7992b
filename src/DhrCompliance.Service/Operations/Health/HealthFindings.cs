using System.Collections.Immutable;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>From facts to findings. Pure.</summary>
public static class HealthFindings
{
    /// <summary>Facts older than this are told.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    /// <summary>Facts older than this say nothing any more.</summary>
    public static readonly TimeSpan Worthless = TimeSpan.FromMinutes(10);

    /// <summary>All findings, each thing once, always in the same order.</summary>
    /// <param name="facts">What is known; null: nothing yet.</param>
    /// <param name="now">The moment to judge at.</param>
    public static ImmutableArray<Finding> Of(HealthFacts? facts, DateTimeOffset now)
    {
        if (facts is null)
        {
            return [new Finding(Names.Facts, HealthLevel.Unhealthy, "Nothing is known yet: ask again in a few seconds; if it stays so, restart the service.")];
        }

        return
        [
            SweepFindings.Sweep(facts, now),
            SweepFindings.Clock(facts, now),
            PostFindings.Post(facts, now),
            PostFindings.Outbox(facts, now),
            PostFindings.Deliveries(facts),
            PostFindings.Approvals(facts),
            PostFindings.Addresses(facts),
            IntakeFindings.Intake(facts, now),
            RuleFindings.Rules(facts),
            RuleFindings.Holidays(facts, now),
            PlaceFindings.Ledger(facts),
            PlaceFindings.Disk(facts),
            Age(facts, now),
        ];
    }

    /// <summary>The worst of them.</summary>
    public static HealthLevel Worst(IEnumerable<Finding> findings) => findings.Select(finding => finding.Level).DefaultIfEmpty().Max();

    /// <summary>What is said of a thing that only the register knows, where it cannot be read.</summary>
    internal static Finding NotKnown(string name) =>
        new(name, HealthLevel.Degraded, "Not known, because the register cannot be read: mend that first.");

    private static Finding Age(HealthFacts facts, DateTimeOffset now)
    {
        var age = now - facts.GatheredAt;
        var level = age > Worthless ? HealthLevel.Unhealthy : age > Stale ? HealthLevel.Degraded : HealthLevel.Ok;
        return new Finding(Names.Facts, level, level == HealthLevel.Ok
            ? "All this was looked up within the last minute."
            : $"All this is as of {HealthWords.At(facts.GatheredAt)}: looking again takes long. See whether the disk and the register answer ('dhr doctor'); if it stays so, restart the service.");
    }

    /// <summary>What the findings are called.</summary>
    internal static class Names
    {
        public const string Sweep = "sweep";
        public const string Clock = "clock";
        public const string Post = "post";
        public const string Outbox = "outbox";
        public const string Deliveries = "deliveries";
        public const string Approvals = "approvals";
        public const string Addresses = "addresses";
        public const string Intake = "intake";
        public const string Rules = "rules";
        public const string Holidays = "holidays";
        public const string Ledger = "ledger";
        public const string Disk = "disk";
        public const string Facts = "facts";
    }
}
