using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>A rule of a pack that governs or could govern, and whether it applies to the case as it stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">No: certainly not, as of the day.</param>
internal sealed record Outlook(Rule Rule, Answer Applies);
