using System.Collections.Immutable;

namespace DhrCompliance.Escalations;

/// <summary>What a sweep has to do about one assessment's notices.</summary>
public sealed record NoticePlan
{
    /// <summary>Nothing to do, now or later.</summary>
    public static NoticePlan Nothing { get; } = new();

    /// <summary>What to tell, at most one step of a duty's instance to a role (and one that awaits approval).</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>
    /// What was so already when it was first assessed, for each role that hears of it: told together in one summary, not as notices by themselves.
    /// The kind is what each would have told; the step is <see cref="NoticeKey.Backlog"/>. Those that wait for an address still come again.
    /// </summary>
    public ImmutableArray<Notice> Backlog { get; init; } = [];

    /// <summary>Lower steps that were crossed while nobody looked: recorded with the rest, never mailed.</summary>
    public ImmutableArray<NoticeKey> PassedOver { get; init; } = [];

    /// <summary>Planned earlier, on a ground that no longer holds. Mail that has not gone out must not.</summary>
    public ImmutableArray<NoticeKey> Withdrawn { get; init; } = [];

    /// <summary>The first later day on which, with no new row and this plan carried out, another notice would be planned; null: none.</summary>
    public DateOnly? NextOn { get; init; }
}
