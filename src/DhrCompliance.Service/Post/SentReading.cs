using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>What the register remembers of planned notices, as the planner asks for it.</summary>
public static class SentReading
{
    /// <summary>
    /// What the kind begins with that a step is recorded under which was crossed while nobody looked; a hyphen and what it would have told follow.
    /// The first versions wrote these words alone.
    /// </summary>
    public const string PassedOver = "passed-over";

    private static readonly Dictionary<string, NoticeKind> Kinds = Enum.GetValues<NoticeKind>().ToDictionary(kind => Words.Of(kind));

    /// <summary>Of one subject; null: nothing was planned yet.</summary>
    public static SentNotices Of(IReadOnlyList<PlannedNotice>? planned) =>
        planned is null ? SentNotices.None : new SentNotices(planned.Select(Of));

    /// <summary>Whether a notice of this kind was passed over.</summary>
    public static bool IsPassedOver(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.StartsWith(PassedOver, StringComparison.Ordinal);
    }

    private static SentNotice Of(PlannedNotice notice) => new(
        NoticeKey.Parse(notice.Key),
        Kinds.GetValueOrDefault(IsPassedOver(notice.Kind) ? notice.Kind[PassedOver.Length..].TrimStart('-') : notice.Kind, NoticeKind.Overdue),
        notice.PlannedOn,
        notice switch
        {
            { WithdrawnOn: not null } => SentState.Withdrawn,
            _ when IsPassedOver(notice.Kind) => SentState.PassedOver,
            { Told: true } => SentState.Told,
            { Carried: false } => SentState.WithoutAddress,
            { State: DeliveryState.Held } => SentState.Held,
            _ => SentState.Planned,
        })
    {
        AcknowledgedUntil = notice.AcknowledgedUntil,
    };
}
