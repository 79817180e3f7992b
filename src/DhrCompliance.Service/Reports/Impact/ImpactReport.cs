using System.Collections.Immutable;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Impact;

/// <summary>What a changed rulebook does to a register, to be shown.</summary>
public sealed record ImpactReport
{
    /// <summary>What is compared, as a heading.</summary>
    public required string Title { get; init; }

    /// <summary>The day assessed.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The rulebook in force.</summary>
    public required Rulebook Before { get; init; }

    /// <summary>The one it is compared with.</summary>
    public required Rulebook Now { get; init; }

    /// <summary>The draft that is assessed beside the law in force; null where folders are compared.</summary>
    public string? Draft { get; init; }

    /// <summary>What stands before the numbers, a paragraph each: who proposes it, and how it takes force.</summary>
    public ImmutableArray<string> Preamble { get; init; } = [];

    /// <summary>The numbers.</summary>
    public required ImpactSummary Summary { get; init; }

    /// <summary>The cases that differ.</summary>
    public required IReadOnlyList<CaseImpact> Cases { get; init; }

    /// <summary>What could not be assessed.</summary>
    public required IReadOnlyList<AuditFailure> Failures { get; init; }
}
