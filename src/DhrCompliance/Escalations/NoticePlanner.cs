using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations.Planning;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>Who is to be told what, by the escalation paths of one rulebook. Pure: the same assessment and the same notices sent give the same plan.</summary>
public sealed class NoticePlanner
{
    private readonly Rulebook _rulebook;
    private readonly Ladders _ladders;
    private readonly CurrentNames _names;

    /// <summary>Makes the planner of a rulebook.</summary>
    public NoticePlanner(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _rulebook = rulebook;
        _ladders = new Ladders(rulebook);
        _names = new CurrentNames(rulebook);
    }

    /// <summary>
    /// What to tell on the day assessed. A case that is not live is told of to nobody. On a quiet day of its path
    /// nothing is planned for a duty; the next working day finds what the quiet days crossed.
    /// </summary>
    /// <param name="assessment">The assessment, under this planner's rulebook.</param>
    /// <param name="sent">Every notice ever planned for the subject.</param>
    /// <param name="jurisdiction">Whose holidays are quiet days, where the path keeps quiet.</param>
    /// <param name="context">What else it depends on; null: nothing was missed, nothing is backlog, and nobody waits.</param>
    public NoticePlan Plan(Assessment assessment, SentNotices sent, string jurisdiction, PlanContext? context = null)
    {
        context ??= PlanContext.None;
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(sent);
        if (!assessment.Live)
        {
            return sent.All.IsEmpty ? NoticePlan.Nothing : new NoticePlan { Withdrawn = [.. Open(sent.All).Select(notice => notice.StoredAs)] };
        }

        sent = Renamed.Of(sent, _names);
        var groups = new DutyGroups(assessment, _ladders);
        var calendar = _rulebook.Calendars.GetValueOrDefault(jurisdiction);
        var quiet = new QuietDays(calendar, assessment.AsOf);
        var draft = new Draft(assessment, quiet, new Unswept(context.LastSweep, assessment.AsOf, quiet), context.Waits);
        var baseline = new Baseline(_rulebook.Post?.Backlog, context.WasAssessed);
        foreach (var group in groups.All)
        {
            var ladder = group.Speaker.Ladder;
            draft.Add(GroupPlan.Of(group, Renamed.Of(sent.Of(group.Duty, group.Instance), ladder), assessment, baseline), ladder.Path);
        }

        foreach (var (duty, instance) in sent.Rows)
        {
            if (groups.Of(duty, instance) is null && !Failed(assessment, duty))
            {
                var ladder = _ladders.OfDuty(duty);
                AddGone(draft, ladder is null ? sent.Of(duty, instance) : Renamed.Of(sent.Of(duty, instance), ladder), ladder, assessment);
            }
        }

        return draft.Finish(sent);
    }

    /// <summary>A key as this rulebook names its duty, step and role, where an earlier one named them otherwise.</summary>
    public NoticeKey Current(NoticeKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var duty = _names.Duty(key.Duty);
        var step = _ladders.OfDuty(duty)?.FormerSteps.GetValueOrDefault(key.Step) ?? key.Step;
        return key with { Duty = duty, Step = step, Role = _names.Role(key.Role) };
    }

    /// <summary>Where a notice stands, by the key it was stored under; null where its rule is gone, or writes to nobody any more.</summary>
    public NoticePlace? PlaceOf(NoticeKey stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (_ladders.OfDuty(_names.Duty(stored.Duty)) is not { } ladder)
        {
            return null;
        }

        var step = ladder.FormerSteps.GetValueOrDefault(stored.Step, stored.Step);
        var every = step == NoticeKey.CannotTell
            ? ladder.Path.CannotTell?.EveryDays
            : ladder.Path.Steps.FirstOrDefault(candidate => candidate.Id == step)?.EveryDays;
        return new NoticePlace(ladder.Rule, ladder.Path, every);
    }

    /// <summary>What was planned, as it stands by an assessment under this planner's rulebook.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="sent">Every notice ever planned for the subject.</param>
    public Restating Restating(Assessment assessment, SentNotices sent)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(sent);
        return new Restating(this, _ladders, new Baseline(_rulebook.Post?.Backlog, null), assessment, Renamed.Of(sent, _names));
    }

    /// <summary>Those whose ground held when a sweep last looked.</summary>
    internal static IEnumerable<SentNotice> Open(ImmutableArray<SentNotice> notices) =>
        notices.Where(notice => notice.State != SentState.Withdrawn && notice.Key.Step != NoticeKey.NoLongerStands);

    /// <summary>The row is gone: its item was withdrawn, or another edition governs. Where the rule itself is gone, nothing could be said of it.</summary>
    private static void AddGone(Draft draft, ImmutableArray<SentNotice> sent, Ladder? ladder, Assessment assessment)
    {
        var lost = Open(sent).ToImmutableArray();
        var plan = new GroupPlan { Withdrawn = [.. lost.Select(notice => notice.StoredAs)] };
        if (ladder is null)
        {
            draft.Add(plan);
        }
        else if (!lost.IsEmpty)
        {
            var row = new DutyRow(ladder, lost[0].Key.Instance, default, null, null);
            draft.Add(plan with { Notices = Farewell.To(row, lost, sent, [], assessment) }, ladder.Path);
        }
    }

    /// <summary>A rule whose assessment failed says nothing of what was told under it.</summary>
    private bool Failed(Assessment assessment, string duty) =>
        assessment.Failures.Any(failure => _ladders.DutyOf(failure.Rule) is not { } failed || failed == duty);
}
