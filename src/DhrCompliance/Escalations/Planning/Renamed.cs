using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>What was planned, under the names that rules, roles and steps have today. The ledger keeps the keys it was given.</summary>
internal static class Renamed
{
    /// <summary>Under today's names of rules and roles.</summary>
    public static SentNotices Of(SentNotices sent, CurrentNames names) => names.AreAll ? sent : new SentNotices(sent.All.Select(notice =>
        notice with { Key = notice.Key with { Duty = names.Duty(notice.Key.Duty), Role = names.Role(notice.Key.Role) } }));

    /// <summary>Under today's names of the steps of a row's path.</summary>
    public static ImmutableArray<SentNotice> Of(ImmutableArray<SentNotice> sent, Ladder ladder)
    {
        if (ladder.FormerSteps.Count == 0)
        {
            return sent;
        }

        return [.. sent.Select(notice => ladder.FormerSteps.TryGetValue(notice.Key.Step, out var step) ? notice with { Key = notice.Key with { Step = step } } : notice)];
    }
}
