using DhrCompliance.Escalations.Reach;

namespace DhrCompliance.Service.Sweeps;

/// <summary>What a sweep did, or would do.</summary>
public sealed record SweepReport
{
    /// <summary>The day it was for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether every case was looked at.</summary>
    public required bool IsFull { get; init; }

    /// <summary>How many cases were assessed.</summary>
    public required int Assessed { get; init; }

    /// <summary>What could not be assessed.</summary>
    public required IReadOnlyList<CaseFailure> Failures { get; init; }

    /// <summary>Every mail planned, with why.</summary>
    public required IReadOnlyList<PlannedMail> Mails { get; init; }

    /// <summary>Roles that no mail reaches: others are told instead, or a notice waits for an address.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Notices planned, with or without an address.</summary>
    public required int Notices { get; init; }

    /// <summary>How many of the mails wait for a person's release because there are more of them than go by themselves.</summary>
    public int HeldBack { get; init; }
}

/// <summary>A mail in a line: to whom, about what, and whether it waits for approval.</summary>
public sealed record PlannedMail(string Reference, string Role, string Address, string Subject, bool Held);
