using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Planning;

/// <summary>Repeats that an acknowledgement holds back: those of the same step for the same role and ground, and nothing else.</summary>
internal static class Acknowledged
{
    /// <summary>The last day on which a repeat of the step is held back for the role; null where none is held on the day.</summary>
    public static DateOnly? Until(ImmutableArray<SentNotice> sent, string step, int repeat, string role, DateOnly day)
    {
        DateOnly? last = null;
        foreach (var notice in sent)
        {
            if (notice.AcknowledgedUntil is { } until && until >= day && !(last >= until)
                && notice.State != SentState.Withdrawn && notice.Key.Step == step && notice.Key.Role == role && notice.Key.Repeat < repeat)
            {
                last = until;
            }
        }

        return last;
    }

    /// <summary>The day after, on which what was held back is told.</summary>
    public static DateOnly? After(DateOnly? until) => until is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null;
}
