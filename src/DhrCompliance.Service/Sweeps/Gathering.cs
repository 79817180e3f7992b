using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Composing;

namespace DhrCompliance.Service.Sweeps;

/// <summary>What a sweep finds on its way, for its report.</summary>
internal sealed class Gathering(DateOnly day, bool isFull)
{
    private readonly List<PlannedMail> _mails = [];
    private readonly List<CaseFailure> _failures = [];
    private readonly HashSet<Gap> _gaps = [];
    private int _heldBack;

    public int Assessed { get; private set; }

    public int Notices { get; private set; }

    public IReadOnlyCollection<PlannedMail> Mails => _mails;

    public IReadOnlyCollection<CaseFailure> Failures => _failures;

    public void Add(CasePlan plan)
    {
        Assessed++;
        Notices += plan.Entries.Notices.Count(notice => !SentReading.IsPassedOver(notice.Kind)) + plan.Entries.Light.Length;
        _gaps.UnionWith(plan.Entries.Gaps);
        _failures.AddRange(plan.Assessment.Failures.Select(failure => new CaseFailure(plan.File.Reference, failure.Rule, $"could not be assessed: {failure.Error}")));
    }

    public void Add(Composition mails)
    {
        _heldBack = mails.HeldBack;
        _mails.AddRange(mails.Deliveries.Select(MailOf));
    }

    public void Fail(string reference, string? rule, string error) => _failures.Add(new CaseFailure(reference, rule, error));

    public SweepReport Report() => new()
    {
        Day = day,
        IsFull = isFull,
        Assessed = Assessed,
        Failures = _failures,
        Mails = _mails,
        Gaps = [.. _gaps.OrderBy(gap => gap.Role, StringComparer.Ordinal).ThenBy(gap => gap.Partnership, StringComparer.Ordinal).ThenBy(gap => gap.Reference, StringComparer.Ordinal)],
        Notices = Notices,
        HeldBack = _heldBack,
    };

    private static PlannedMail MailOf(DeliveryRow delivery)
    {
        var keys = delivery.Notices.Select(NoticeKey.Parse).ToList();
        return new PlannedMail(
            string.Join(", ", keys.Select(key => key.Subject).Distinct(StringComparer.Ordinal)),
            string.Join(", ", keys.Select(key => key.Role).Distinct(StringComparer.Ordinal)),
            delivery.Address,
            delivery.Subject,
            delivery.State == DeliveryState.Held);
    }
}
