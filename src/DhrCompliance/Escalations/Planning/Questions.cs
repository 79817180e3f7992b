using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>What is missing is asked of one role so many times, then of another once.</summary>
internal static class Questions
{
    public static GroupPlan Ask(DutyGroup group, ImmutableArray<SentNotice> sent, Assessment assessment)
    {
        var speaker = group.Speaker;
        if (speaker.Ladder.Path.CannotTell is not { } asking || speaker.Ladder.RoleOf(asking.Role) is not { } role)
        {
            return new GroupPlan();
        }

        var asked = Standing(sent).Where(notice => notice.Key.Role == role).ToList();
        var then = asking.Then is null ? null : speaker.Ladder.RoleOf(asking.Then);
        var last = Standing(sent).OrderBy(notice => notice.PlannedOn).LastOrDefault();
        if (last is null && speaker.Standing.NotBefore > assessment.AsOf)
        {
            return new GroupPlan { NextOn = speaker.Standing.NotBefore };
        }

        DateOnly? due = last is null ? assessment.AsOf : last.PlannedOn.AddDays(asking.EveryDays);
        var (next, repeat) = asked.Count < asking.AtMost ? (role, asked.Count)
            : then is not null && then != role && Standing(sent).All(notice => notice.Key.Role != then) ? (then, 0)
            : (null, 0);
        if (next is null || due > assessment.AsOf)
        {
            var waiting = last is { State: SentState.WithoutAddress } ? Tell(last.Key, asking.EveryDays, last) : null;
            return new GroupPlan { Notices = waiting is null ? [] : [waiting], NextOn = next is null ? null : due };
        }

        if (next == role && Acknowledged.Until(sent, NoticeKey.CannotTell, repeat, role, assessment.AsOf) is { } until)
        {
            return new GroupPlan { NextOn = Acknowledged.After(until) };
        }

        var key = new NoticeKey(
            assessment.Reference, group.Duty, group.Instance, NoticeKey.CannotTell, repeat, next,
            Generations.Of(sent, NoticeKey.CannotTell, next));
        return new GroupPlan { Notices = [Tell(key, asking.EveryDays, null)], NextOn = assessment.AsOf.AddDays(asking.EveryDays) };

        Notice Tell(NoticeKey about, int every, SentNotice? waiting) => new()
        {
            Key = about,
            StoredAs = waiting?.StoredAs,
            Kind = NoticeKind.Question,
            Rule = speaker.Ladder.Rule,
            Path = speaker.Ladder.Path,
            Step = new EscalationStep { Id = NoticeKey.CannotTell, OffsetDays = 0, EveryDays = every, To = [about.Role] },
            DueToTell = assessment.AsOf,
            Held = false,
            Timescale = speaker.Timescale,
            Check = speaker.Check,
            ToldTogether = [about.Role],
            Next = NextAfter(about),
            StillWithoutAddress = waiting is not null,
        };

        NextStep? NextAfter(NoticeKey about) =>
            about.Role != role ? null
            : about.Repeat + 1 < asking.AtMost ? new NextStep(assessment.AsOf.AddDays(asking.EveryDays), [role], false)
            : then is null ? null
            : new NextStep(assessment.AsOf.AddDays(asking.EveryDays), [then], false);
    }

    private static IEnumerable<SentNotice> Standing(ImmutableArray<SentNotice> sent) =>
        sent.Where(notice => notice.Key.Step == NoticeKey.CannotTell && notice.State != SentState.Withdrawn);
}
