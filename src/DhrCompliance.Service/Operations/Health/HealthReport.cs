using System.Collections.Immutable;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>What is answered to whoever asks how the service is.</summary>
/// <param name="At">When it was judged.</param>
/// <param name="AsOf">When what it rests on was looked up; null: nothing is known yet.</param>
/// <param name="Findings">Each thing once.</param>
public sealed record HealthReport(DateTimeOffset At, DateTimeOffset? AsOf, ImmutableArray<Finding> Findings)
{
    /// <summary>As its worst finding.</summary>
    public HealthLevel Level => HealthFindings.Worst(Findings);

    public static HealthReport Of(HealthFacts? facts, DateTimeOffset now) => new(now, facts?.GatheredAt, HealthFindings.Of(facts, now));
}
