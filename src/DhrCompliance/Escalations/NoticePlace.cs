using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>Where a planned notice stands in the rulebook of today.</summary>
/// <param name="Rule">The rule, by the name it has now.</param>
/// <param name="Path">The rule's path.</param>
/// <param name="EveryDays">How often its step is repeated, in days; null: the step does not repeat, or the path has it no more.</param>
public sealed record NoticePlace(Rule Rule, EscalationPath Path, int? EveryDays);
