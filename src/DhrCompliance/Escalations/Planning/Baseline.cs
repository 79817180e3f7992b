using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>
/// What was late already, or missing, when it was first assessed: it is told in a summary, and its path begins some days after that, as if its
/// date had passed only then.
/// </summary>
/// <param name="rules">To whom, and how many days later; null: there is no such summary, and what has been told in one counts from that day.</param>
/// <param name="wasAssessed">Whether an earlier sweep has assessed the subject under a rule; null: under every rule.</param>
internal sealed class Baseline(BacklogRules? rules, Func<Rule, bool>? wasAssessed)
{
    /// <summary>The group with the day before which no later step counts, and no question is asked.</summary>
    public DutyGroup Counted(DutyGroup group, ImmutableArray<SentNotice> sent)
    {
        if (Day(sent) is not { } day)
        {
            return group;
        }

        var begins = Lane.Plus(day, rules?.LaddersBeginDays ?? 0) ?? day;
        return group with { Rows = [.. group.Rows.Select(row => WasThen(row.Standing, day) ? row with { Standing = row.Standing with { NotBefore = begins } } : row)] };
    }

    /// <summary>The plan where the group is first assessed, and is late or asked about already; null: its path is climbed.</summary>
    public GroupPlan? First(DutyGroup group, ImmutableArray<SentNotice> sent, Assessment assessment)
    {
        if (rules is null || wasAssessed is null || group.Rows.Any(row => wasAssessed(row.Ladder.Rule)) || !Standing(sent).IsEmpty || !WouldBeTold(group, assessment.AsOf))
        {
            return null;
        }

        var begun = Begun(group, Lane.Plus(assessment.AsOf, rules.LaddersBeginDays));
        return new GroupPlan
        {
            Backlog =
            [
                .. rules.To.Select(role => Tell(begun, assessment, rules.To, [.. rules.To], null, new NoticeKey(
                    assessment.Reference, group.Duty, group.Instance, NoticeKey.Backlog, 0, role, Generations.Of(sent, NoticeKey.Backlog, role)))),
            ],
            NextOn = Next(begun, assessment.AsOf),
        };
    }

    /// <summary>What was planned for a summary before and went into none: it comes again, until the role hears of it by the path.</summary>
    public static ImmutableArray<Notice> Again(DutyGroup group, ImmutableArray<SentNotice> sent, Assessment assessment)
    {
        var standing = Standing(sent);
        return standing.Any(notice => notice.State == SentState.WithoutAddress)
            ?
            [
                .. standing.Where(notice => notice.State == SentState.WithoutAddress && !HeardSince(sent, notice))
                    .Select(notice => Tell(group, assessment, [.. Told(sent).Order(StringComparer.Ordinal)], Told(sent), notice, notice.Key)),
            ]
            : [];
    }

    /// <summary>The roles that a summary told, and that hear of the first later step no more.</summary>
    public static ImmutableHashSet<string> Told(ImmutableArray<SentNotice> sent) =>
        [.. Standing(sent).Select(notice => notice.Key.Role)];

    private static ImmutableArray<SentNotice> Standing(ImmutableArray<SentNotice> sent)
    {
        foreach (var notice in sent)
        {
            if (notice.Key.Step == NoticeKey.Backlog)
            {
                return [.. sent.Where(one => one.Key.Step == NoticeKey.Backlog && one.State != SentState.Withdrawn)];
            }
        }

        return [];
    }

    /// <summary>The last day on which it was planned for a summary, whether or not that stands: what was missing then may turn out to have been late.</summary>
    private static DateOnly? Day(ImmutableArray<SentNotice> sent)
    {
        DateOnly? day = null;
        foreach (var notice in sent)
        {
            if (notice.Key.Step == NoticeKey.Backlog && !(day >= notice.PlannedOn))
            {
                day = notice.PlannedOn;
            }
        }

        return day;
    }

    private static bool WasThen(Standing standing, DateOnly day) => standing.Part switch
    {
        Part.After => standing.Reference is null || standing.Reference < day,
        Part.Question => true,
        _ => false,
    };

    /// <summary>Whether its path would tell somebody of it, now or later.</summary>
    private static bool WouldBeTold(DutyGroup group, DateOnly asOf) =>
        group.Agrees(Part.After) ? group.Rows.All(row => WasThen(row.Standing, asOf) && row.Ladder.Opening is not null)
        : group.Agrees(Part.Question) && group.Speaker.Ladder.Path.CannotTell is not null;

    private static bool HeardSince(ImmutableArray<SentNotice> sent, SentNotice backlog) => sent.Any(notice =>
        notice.State != SentState.Withdrawn && notice.Key.Role == backlog.Key.Role && notice.Key.Step != NoticeKey.Backlog && notice.PlannedOn > backlog.PlannedOn);

    private static DutyGroup Begun(DutyGroup group, DateOnly? begins) =>
        group with { Rows = [.. group.Rows.Select(row => row with { Standing = row.Standing with { NotBefore = begins } })] };

    private static DateOnly? Next(DutyGroup group, DateOnly asOf)
    {
        if (group.Speaker.Standing.Part == Part.Question)
        {
            return group.Speaker.Standing.NotBefore;
        }

        DateOnly? next = null;
        foreach (var row in group.Rows)
        {
            if (row.Ladder.NextDayAfter(row.Standing, asOf) is { } day && !(next <= day))
            {
                next = day;
            }
        }

        return next;
    }

    private static NextStep? Asked(DutyRow row) =>
        row.Standing.NotBefore is { } day && row.Ladder.Path.CannotTell is { } asking && row.Ladder.RoleOf(asking.Role) is { } role ? new NextStep(day, [role], false) : null;

    private static Notice Tell(DutyGroup group, Assessment assessment, ImmutableArray<string> roles, ImmutableHashSet<string> told, SentNotice? still, NoticeKey key)
    {
        var speaker = group.Speaker;
        return new Notice
        {
            Key = key,
            StoredAs = still?.StoredAs,
            Kind = speaker.Standing.Tells,
            Rule = speaker.Ladder.Rule,
            Path = speaker.Ladder.Path,
            Step = new EscalationStep { Id = NoticeKey.Backlog, OffsetDays = 0, To = roles },
            DueToTell = assessment.AsOf,
            Began = speaker.Ladder.Began(speaker.Standing),
            Held = false,
            Timescale = speaker.Timescale,
            Check = speaker.Check,
            ToldTogether = roles,
            Next = speaker.Standing.Part == Part.Question ? Asked(speaker) : speaker.Ladder.NextAfter(speaker.Standing, assessment.AsOf, told),
            StillWithoutAddress = still is not null,
        };
    }
}
