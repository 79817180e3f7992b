using DhrCompliance.Assessments.Movements;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Movements;

/// <summary>What moved in a register between two days.</summary>
public sealed record MovementReport
{
    /// <summary>The first day.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The second.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The rules in force on the first day.</summary>
    public required Rulebook RulesThen { get; init; }

    /// <summary>The rules in force on the second.</summary>
    public required Rulebook RulesNow { get; init; }

    /// <summary>The cases of which there is something to tell, made as they are read.</summary>
    public required IEnumerable<CaseMovement> Cases { get; init; }

    /// <summary>What could not be assessed; complete after the last case.</summary>
    public required IReadOnlyCollection<AuditFailure> Failures { get; init; }
}
