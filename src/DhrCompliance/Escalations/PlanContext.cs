using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>What a plan depends on beside the assessment and what was sent.</summary>
/// <param name="LastSweep">The day of the last finished sweep, so that what fell due since, while none ran, can say so; null: there was none.</param>
/// <param name="WasAssessed">Whether an earlier sweep has assessed the subject under the rule, so that what is late already is no backlog; null: under every rule.</param>
/// <param name="Waits">Whether the people whom a notice is for hear no more on this day: its duty's instance is planned on the next day instead; null: nobody waits.</param>
public sealed record PlanContext(DateOnly? LastSweep = null, Func<Rule, bool>? WasAssessed = null, Func<Notice, bool>? Waits = null)
{
    /// <summary>Nothing was missed, nothing is backlog, and nobody waits.</summary>
    public static PlanContext None { get; } = new();
}
