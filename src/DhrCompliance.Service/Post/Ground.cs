using System.Collections.Immutable;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>Whether what a mail says still holds, by the last sweep.</summary>
internal static class Ground
{
    /// <summary>Why a mail is discarded that has lost it.</summary>
    public const string Lost = "Its ground no longer holds.";

    /// <summary>A mail that would wait to be sent again is discarded, where its ground was lost while it was on its way.</summary>
    public static Outcome Seen(LedgerDatabase database, DeliveryRow delivery, Outcome outcome) =>
        outcome.State == DeliveryState.Planned && IsLost(database, delivery) ? new Outcome(DeliveryState.Discarded, Lost) : outcome;

    /// <summary>True: none of the notices that it carries stands any more.</summary>
    public static bool IsLost(LedgerDatabase database, DeliveryRow delivery)
    {
        var subjects = delivery.Notices.Select(key => NoticeKey.Parse(key).Subject).ToImmutableHashSet(StringComparer.Ordinal);
        var withdrawn = database.PlannedNotices(subjects).Values.SelectMany(notices => notices)
            .Where(notice => notice.WithdrawnOn is not null)
            .Select(notice => notice.Key)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return !delivery.Notices.IsEmpty && delivery.Notices.All(withdrawn.Contains);
    }
}
