using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>What health is judged by, as of one moment. What could not be had is null.</summary>
public sealed record HealthFacts
{
    /// <summary>When they were gathered.</summary>
    public required DateTimeOffset GatheredAt { get; init; }

    /// <summary>The register itself.</summary>
    public required LedgerFacts Ledger { get; init; }

    /// <summary>What the register knows of sweeps and mails.</summary>
    public ServiceState? Service { get; init; }

    /// <summary>The first moment after the last finished sweep, or after the start where none has finished, at which a sweep is due; null: there is none.</summary>
    public DateTimeOffset? SweepDue { get; init; }

    /// <summary>Since when no mail can leave; null: it can, or nothing was to leave.</summary>
    public DateTimeOffset? PostDownSince { get; init; }

    /// <summary>How many notices wait for an address.</summary>
    public int? WithoutAddress { get; init; }

    /// <summary>The rule files.</summary>
    public RulesFacts? Rules { get; init; }

    /// <summary>The intake folder; null: there is none, or it was not looked at yet.</summary>
    public IntakeStanding? Intake { get; init; }

    /// <summary>The file systems that are written to.</summary>
    public ImmutableArray<DiskFacts> Disks { get; init; } = [];
}

/// <summary>The register itself.</summary>
/// <param name="Fault">Why it cannot be used; null: it can.</param>
/// <param name="IsSound">What the last quick check of the whole file found; null: it was not checked yet.</param>
public sealed record LedgerFacts(LedgerFault? Fault, bool? IsSound);

/// <summary>The rule files as they lie in their folder, and the rulebook in force.</summary>
/// <param name="Hash">The hash of the rulebook that the files make; null: they make none.</param>
/// <param name="Mistakes">How many mistakes stand in the way; 0 where the folder cannot be read at all.</param>
/// <param name="Holidays">Each calendar that is counted with, and the last day (inclusive) up to which its holidays are known.</param>
public sealed record RulesFacts(string? Hash, int Mistakes, ImmutableArray<(string Calendar, DateOnly KnownUntil)> Holidays)
{
    /// <summary>The hash of the rulebook in force; null: none is yet, and the first sweep takes what lies in the folder.</summary>
    public string? InForce { get; init; }

    /// <summary>False: this program cannot read the rulebook in force.</summary>
    public bool IsUsable { get; init; } = true;

    /// <summary>Why what lies in the folder was refused though it has no mistakes, in a sentence; null: it was not.</summary>
    public string? Refused { get; init; }

    /// <summary>Rulebooks that wait for somebody to adopt them.</summary>
    public ImmutableArray<string> Waiting { get; init; } = [];
}

/// <summary>A file system that is written to.</summary>
/// <param name="Of">What lies there, for a person: the register, the outbox.</param>
/// <param name="FreeBytes">How much may still be written; null: it cannot be told.</param>
public sealed record DiskFacts(string Of, long? FreeBytes);
