using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan with the rules it was made from: all that its table, its page and its JSON show.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Rulebook">The rules.</param>
/// <param name="IsDemo">The register is a demonstration.</param>
public sealed record WorkplanReport(Workplan Plan, Rulebook Rulebook, bool IsDemo = false);
