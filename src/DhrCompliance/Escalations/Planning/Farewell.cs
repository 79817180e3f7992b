using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>People who were told that something is late or wrong are told once that it no longer stands.</summary>
internal static class Farewell
{
    /// <param name="row">The row as it stands now.</param>
    /// <param name="lost">What was planned on a ground that no longer holds.</param>
    /// <param name="sent">Everything planned for the row.</param>
    /// <param name="planned">What is told now: whoever hears of a new lateness need not hear that the old one is gone.</param>
    /// <param name="assessment">The assessment.</param>
    public static ImmutableArray<Notice> To(
        DutyRow row, ImmutableArray<SentNotice> lost, ImmutableArray<SentNotice> sent, ImmutableArray<Notice> planned, Assessment assessment)
    {
        var waiting = sent
            .Where(notice => notice is { State: SentState.WithoutAddress, Key.Step: NoticeKey.NoLongerStands })
            .ToImmutableArray();
        if (lost.IsEmpty && waiting.IsEmpty)
        {
            return [];
        }

        var told = lost.Where(WasTold).ToList();
        var again = planned.Where(notice => IsGrave(notice.Kind)).Select(notice => notice.Key.Role).ToHashSet(StringComparer.Ordinal);
        var keys = told
            .Select(notice => notice.Key.Role)
            .Distinct(StringComparer.Ordinal)
            .Where(role => !again.Contains(role))
            .Select(role => new NoticeKey(
                assessment.Reference, row.Ladder.Duty, row.Instance, NoticeKey.NoLongerStands, 0, role, After(sent, role)))
            .ToList();
        var roles = keys.Concat(waiting.Select(notice => notice.Key)).Select(key => key.Role).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var next = row.Ladder.NextAfter(row.Standing, assessment.AsOf);
        return
        [
            .. keys.Select(key => Tell(key, told.Any(notice => notice.Key.Role == key.Role && NeedsApproval(row, notice.Key.Step)), null)),
            .. waiting.Select(notice => Tell(notice.Key, false, notice)),
        ];

        Notice Tell(NoticeKey key, bool held, SentNotice? still) => new()
        {
            Key = key,
            StoredAs = still?.StoredAs,
            Kind = NoticeKind.NoLongerStands,
            Rule = row.Ladder.Rule,
            Path = row.Ladder.Path,
            Step = new EscalationStep { Id = NoticeKey.NoLongerStands, OffsetDays = 0, To = roles, ApprovalRequired = held },
            DueToTell = assessment.AsOf,
            Held = held,
            Timescale = row.Timescale,
            Check = row.Check,
            ToldTogether = roles,
            Next = next,
            StillWithoutAddress = still is not null,
        };
    }

    private static bool WasTold(SentNotice notice) => notice.State == SentState.Told && IsGrave(notice.Kind) && notice.Key.Step != NoticeKey.Backlog;

    private static bool IsGrave(NoticeKind kind) => kind is NoticeKind.Overdue or NoticeKind.CheckFails;

    /// <summary>Whoever is written to only after approval is told of the end only after approval too.</summary>
    private static bool NeedsApproval(DutyRow row, string step) =>
        row.Ladder.Path.Steps.Any(candidate => candidate.Id == step && candidate.ApprovalRequired);

    private static int After(ImmutableArray<SentNotice> sent, string role) => sent
        .Where(notice => notice.Key.Step == NoticeKey.NoLongerStands && notice.Key.Role == role)
        .Select(notice => notice.Key.Generation + 1)
        .DefaultIfEmpty(0)
        .Max();
}
