using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The generation of a step for a role: that of its ground as long as it holds, one more once it was lost.</summary>
internal static class Generations
{
    public static int Of(ImmutableArray<SentNotice> sent, string step, string role)
    {
        var generation = 0;
        foreach (var notice in sent)
        {
            if (notice.Key.Step == step && notice.Key.Role == role)
            {
                var next = notice.State == SentState.Withdrawn ? notice.Key.Generation + 1 : notice.Key.Generation;
                generation = Math.Max(generation, next);
            }
        }

        return generation;
    }

    /// <summary>The notice of the step, repeat and role whose ground still holds; null: none.</summary>
    public static SentNotice? Standing(ImmutableArray<SentNotice> sent, string step, int repeat, string role)
    {
        foreach (var notice in sent)
        {
            if (notice.State != SentState.Withdrawn && notice.Key.Repeat == repeat && notice.Key.Step == step && notice.Key.Role == role)
            {
                return notice;
            }
        }

        return null;
    }
}
