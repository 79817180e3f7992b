using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The steps of a path: for each role the highest that was crossed, once.</summary>
internal static class Steps
{
    public static GroupPlan Climb(DutyGroup group, ImmutableArray<SentNotice> sent, Assessment assessment)
    {
        var speaker = group.Speaker;
        var plan = new GroupPlan { NextOn = Earliest(group, assessment.AsOf) };
        if (!group.Agrees(Part.Before) && !group.Agrees(Part.After))
        {
            return plan;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var passedOver = ImmutableArray.CreateBuilder<NoticeKey>();
        var told = Baseline.Told(sent);
        DateOnly? ends = null;
        foreach (var lane in speaker.Ladder.Lanes)
        {
            if (group.Highest(lane, assessment.AsOf) is not { } rung)
            {
                continue;
            }

            var existing = Generations.Standing(sent, rung.Step.Id, rung.Repeat, lane.Role);
            if (existing is { State: not SentState.WithoutAddress } || (existing is null && rung.Repeat == 0 && IsTold(rung.Step, lane)))
            {
                continue;
            }

            if (existing is null && Acknowledged.Until(sent, rung.Step.Id, rung.Repeat, lane.Role, assessment.AsOf) is { } until)
            {
                ends = ends <= until ? ends : until;
                continue;
            }

            notices.Add(new Notice
            {
                Key = existing?.Key ?? KeyOf(rung.Step, rung.Repeat, lane),
                StoredAs = existing?.StoredAs,
                Kind = speaker.Standing.Tells,
                Rule = speaker.Ladder.Rule,
                Path = speaker.Ladder.Path,
                Step = rung.Step,
                DueToTell = rung.Day,
                Began = speaker.Ladder.Began(speaker.Standing),
                Held = lane.Held,
                Timescale = speaker.Timescale,
                Check = speaker.Check,
                ToldTogether = speaker.Ladder.RolesOf(rung.Step.To),
                Next = speaker.Ladder.NextAfter(speaker.Standing, assessment.AsOf, told),
                StillWithoutAddress = existing is not null,
            });
            passedOver.AddRange(lane.Below(rung, speaker.Standing, assessment.AsOf)
                .Where(step => Generations.Standing(sent, step.Id, 0, lane.Role) is null && !IsTold(step, lane))
                .Select(step => KeyOf(step, 0, lane)));
        }

        return plan with { NextOn = Earlier(plan.NextOn, Acknowledged.After(ends)), Notices = notices.ToImmutable(), PassedOver = passedOver.ToImmutable() };

        // A summary told it in the place of the first step.
        bool IsTold(EscalationStep step, Lane lane) => step == lane.Opening && told.Contains(lane.Role);

        NoticeKey KeyOf(EscalationStep step, int repeat, Lane lane) =>
            new(assessment.Reference, group.Duty, group.Instance, step.Id, repeat, lane.Role, Generations.Of(sent, step.Id, lane.Role));
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one <= other || other is null ? one : other;

    private static DateOnly? Earliest(DutyGroup group, DateOnly asOf)
    {
        DateOnly? earliest = null;
        foreach (var row in group.Rows)
        {
            if (row.Ladder.NextDayAfter(row.Standing, asOf) is { } day && !(earliest <= day))
            {
                earliest = day;
            }
        }

        return earliest;
    }
}
