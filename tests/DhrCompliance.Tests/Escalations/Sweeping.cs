using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.Escalations;

/// <summary>Plans day after day as sweeps do: what was planned is remembered, and told unless it is held or told not to be.</summary>
internal sealed class Sweeping(Rulebook rules)
{
    private readonly Dictionary<NoticeKey, SentNotice> _sent = [];
    private NoticePlanner _planner = new(rules);

    public Sweeping()
        : this(Ground.Rules)
    {
    }

    public HashSet<string> Vacant { get; } = [];

    public SentNotices Sent => new(_sent.Values);

    /// <summary>From now on under other rules; what was planned is remembered.</summary>
    public void Under(Rulebook others) => _planner = new(others);

    /// <summary>Repeats of the notice, by the key it was stored under, are held back until a day.</summary>
    public void Acknowledge(string key, DateOnly until) => _sent[NoticeKey.Parse(key)] = _sent[NoticeKey.Parse(key)] with { AcknowledgedUntil = until };

    public NoticePlan Sweep(Assessment assessment, PlanContext? context = null)
    {
        var plan = _planner.Plan(assessment, Sent, "england", context);
        foreach (var key in plan.Withdrawn)
        {
            _sent[key] = _sent[key] with { State = SentState.Withdrawn };
        }

        foreach (var key in plan.PassedOver)
        {
            _sent.Add(key, new SentNotice(key, NoticeKind.Overdue, assessment.AsOf, SentState.PassedOver));
        }

        foreach (var notice in plan.Notices.Concat(plan.Backlog))
        {
            var state = Vacant.Contains(notice.Key.Role) || notice.MailedLater ? SentState.WithoutAddress : notice.Held ? SentState.Held : SentState.Told;
            (!notice.StillWithoutAddress).ShouldBe(!_sent.ContainsKey(notice.StoredAs));
            var plannedOn = _sent.GetValueOrDefault(notice.StoredAs)?.PlannedOn ?? assessment.AsOf;
            _sent[notice.StoredAs] = new SentNotice(notice.StoredAs, notice.Kind, plannedOn, state);
        }

        return plan;
    }

    /// <summary>What is told on a day, as <c>step#repeat role</c>.</summary>
    public IEnumerable<string> Told(Assessment assessment) => Sweep(assessment).Notices.Select(Told);

    /// <summary>What a day's summary tells of what was so already when it is first assessed, written as <see cref="Told(Assessment)"/>.</summary>
    public IEnumerable<string> Begin(Assessment assessment) => Sweep(assessment, First).Backlog.Select(Told);

    /// <summary>No rule was assessed before.</summary>
    public static PlanContext First { get; } = new(WasAssessed: _ => false);

    public static string Told(Notice notice) => $"{notice.Key.Step}#{notice.Key.Repeat} {notice.Key.Role}";
}
