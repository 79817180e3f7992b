using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Foreseeing;

/// <summary>
/// Looks ahead in one case: assesses it again, and plans again, on each day that the last look named, as the sweeps would if nothing were
/// recorded and every mail arrived, until a row is in another state or somebody is written to. Pure.
/// </summary>
public sealed class Foresight
{
    // Beyond two years the holidays are known for no country.
    private const int MostDays = 731;
    private const int MostLooks = 200;

    private readonly CompiledRulebook _rulebook;
    private readonly NoticePlanner _planner;

    /// <summary>Makes that of a rulebook.</summary>
    public Foresight(CompiledRulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        (_rulebook, _planner) = (rulebook, new NoticePlanner(rulebook.Rulebook));
    }

    /// <summary>What comes next, on the day of the assessment or later; null: nothing in two years.</summary>
    /// <param name="file">The case, in the words of today.</param>
    /// <param name="today">Its assessment.</param>
    /// <param name="sent">What was planned for it by that day.</param>
    /// <param name="context">What a sweep of that day would depend on.</param>
    /// <param name="isHidden">Rules of which nothing may be told; null: none.</param>
    public Coming? Of(CaseFile file, Assessment today, SentNotices sent, PlanContext context, Func<Rule, bool>? isHidden = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(context);
        var bound = _rulebook.Bind(file);
        var (now, changed) = (today, ImmutableArray<ChangedRow>.Empty);
        for (var look = 0; look < MostLooks; look++)
        {
            var plan = _planner.Plan(now, sent, file.Jurisdiction, context);
            var coming = new Coming(now.AsOf, [.. changed.Where(row => isHidden?.Invoke(row.Rule) is not true)], [.. Letters(plan).Where(letter => isHidden?.Invoke(letter.Rule) is not true)]);
            if (!coming.Changed.IsEmpty || !coming.Letters.IsEmpty)
            {
                return coming;
            }

            if (Earlier(now.NextChangeOn, plan.NextOn) is not { } next || next.DayNumber - today.AsOf.DayNumber > MostDays)
            {
                return null;
            }

            (sent, context) = (After(sent, plan, now.AsOf), new PlanContext(now.AsOf));
            var then = _rulebook.Assess(bound, next);
            (changed, now) = ([.. AssessmentDifference.Between(now, then).Where(Tells)], then);
        }

        return null;
    }

    private static IEnumerable<Notice> Letters(NoticePlan plan) => plan.Notices.Concat(plan.Backlog).Where(notice => !notice.MailedLater && !notice.StillWithoutAddress);

    // A row that is new and asks nothing is no change that anyone waits for.
    private static bool Tells(ChangedRow row) =>
        row.StateBefore != row.StateNow && !(row.StateBefore is null && row.StateNow is "not-started" or "not-yet" or "not-applicable");

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is { } first && other is { } second ? first < second ? first : second : one ?? other;

    /// <summary>What was planned, once a plan is carried out and its mails have arrived.</summary>
    private static SentNotices After(SentNotices sent, NoticePlan plan, DateOnly day)
    {
        if (plan.Notices.IsEmpty && plan.Backlog.IsEmpty && plan.PassedOver.IsEmpty && plan.Withdrawn.IsEmpty)
        {
            return sent;
        }

        var lost = plan.Withdrawn.ToHashSet();
        var kinds = plan.Notices.ToLookup(notice => (notice.Key.Duty, notice.Key.Instance), notice => notice.Kind);
        return new SentNotices(
        [
            .. sent.All.Select(notice => lost.Contains(notice.StoredAs) ? notice with { State = SentState.Withdrawn } : notice),
            .. plan.Notices.Concat(plan.Backlog).Where(notice => !notice.StillWithoutAddress)
                .Select(notice => new SentNotice(notice.Key, notice.Kind, day, notice.Held ? SentState.Held : notice.MailedLater ? SentState.WithoutAddress : SentState.Told) { StoredAs = notice.StoredAs }),
            .. plan.PassedOver.Select(key => new SentNotice(key, kinds[(key.Duty, key.Instance)].FirstOrDefault(NoticeKind.Overdue), day, SentState.PassedOver)),
        ]);
    }
}
