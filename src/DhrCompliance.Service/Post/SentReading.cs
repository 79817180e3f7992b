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
        planned is null ? SentNotices.None : new SentNotices(planned.Select(Of).Where(notice => notice.Key.Duty != NoticeKey.Weekly));

    /// <summary>Whether a notice of this kind was passed over.</summary>
    public static bool IsPassedOver(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.StartsWith(PassedOver, StringComparison.Ordinal);
    }

    /// <summary>The kind of a notice that was passed over, and would have been of this one.</summary>
    public static string AsPassedOver(string kind) => $"{PassedOver}-{kind}";

    /// <summary>What a notice of this kind tells, or would have told had it not been passed over.</summary>
    public static NoticeKind KindOf(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Kinds.GetValueOrDefault(IsPassedOver(kind) ? kind[PassedOver.Length..].TrimStart('-') : kind, NoticeKind.Overdue);
    }

    private static SentNotice Of(PlannedNotice notice) => new(
        NoticeKey.Parse(notice.Key),
        KindOf(notice.Kind),
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
