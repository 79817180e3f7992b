using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan with the rules it was made from: all that its table, its page and its JSON show.</summary>
public sealed record WorkplanReport(Workplan Plan, Rulebook Rulebook);
