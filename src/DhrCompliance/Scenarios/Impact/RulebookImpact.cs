using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;

namespace DhrCompliance.Scenarios.Impact;

/// <summary>
/// What one rulebook in place of another does to cases, and to whom it writes. Pure, and safe to use from several threads at once.
/// </summary>
public sealed class RulebookImpact
{
    private readonly NoticePlanner _plannerBefore;
    private readonly NoticePlanner _plannerNow;
    private readonly RowPairing _pairing;
    private readonly AssessedBefore _assessed;

    /// <summary>Compares two rulebooks.</summary>
    /// <param name="before">The rulebook in force.</param>
    /// <param name="now">The one that would be.</param>
    public RulebookImpact(CompiledRulebook before, CompiledRulebook now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        (Before, Now) = (before, now);
        (_plannerBefore, _plannerNow) = (new NoticePlanner(before.Rulebook), new NoticePlanner(now.Rulebook));
        _pairing = new RowPairing(before.Rulebook, now.Rulebook, now.Names);
        _assessed = new AssessedBefore(before.Rulebook, now.Rulebook, now.Names);
    }

    /// <summary>The rulebook in force.</summary>
    public CompiledRulebook Before { get; }

    /// <summary>The one that would be.</summary>
    public CompiledRulebook Now { get; }

    /// <summary>Whether either has anything to say of the file.</summary>
    public bool Concerns(CaseFile file) => Before.Concerns(file) || Now.Concerns(file);

    /// <summary>What differs for one case.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="sent">Every notice ever planned for it: both rulebooks plan on top of these.</param>
    /// <param name="asOf">The day assessed.</param>
    public CaseImpact Of(CaseFile file, SentNotices sent, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(file);
        var before = Before.Assess(Before.Bind(file), asOf);
        var now = Now.Assess(Now.Bind(file), asOf);
        var planBefore = _plannerBefore.Plan(before, sent, file.Jurisdiction);
        var planNow = _plannerNow.Plan(now, sent, file.Jurisdiction, new PlanContext(WasAssessed: _assessed.By(before)));
        return new CaseImpact
        {
            Reference = file.Reference,
            Partnership = file.Partnership,
            LiveBefore = before.Live,
            LiveNow = now.Live,
            EditionsBefore = before.Editions,
            EditionsNow = now.Editions,
            Rows = _pairing.Differences(before, now),
            NewNotices = Without(planNow, planBefore),
            GoneNotices = Without(planBefore, planNow),
            Failures = [.. before.Failures.Union(now.Failures)],
        };
    }

    /// <summary>What the one plans and the other does not, whatever each calls it.</summary>
    private ImmutableArray<ImpactNotice> Without(NoticePlan plan, NoticePlan other)
    {
        if (plan.Notices.IsEmpty && plan.Backlog.IsEmpty)
        {
            return [];
        }

        var others = other.Notices.Concat(other.Backlog).Select(notice => _plannerNow.Current(notice.Key)).ToHashSet();
        return
        [
            .. plan.Notices.Concat(plan.Backlog).Where(notice => !others.Contains(_plannerNow.Current(notice.Key))).Select(notice => new ImpactNotice(
                notice.Key, notice.Rule.FullName, notice.Timescale?.Item ?? notice.Check?.Item, notice.Kind, notice.Held)),
        ];
    }
}
