using DhrCompliance.Assessments;
using DhrCompliance.Escalations.Planning;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>Notices that were planned earlier, as they stand by an assessment: to be told again in other company, or shown beside what is new.</summary>
public sealed class Restating
{
    private readonly NoticePlanner _planner;
    private readonly Ladders _ladders;
    private readonly Assessment _assessment;
    private readonly DutyGroups _groups;
    private readonly Baseline _baseline;
    private readonly SentNotices _sent;

    internal Restating(NoticePlanner planner, Ladders ladders, Baseline baseline, Assessment assessment, SentNotices sent)
    {
        (_planner, _ladders, _baseline, _assessment, _sent) = (planner, ladders, baseline, assessment, sent);
        _groups = new DutyGroups(assessment, ladders);
    }

    /// <summary>
    /// The notice, which keeps the key it is stored under and tells what is so now; null where nothing of it is so any more, or no rule of today is behind it.
    /// </summary>
    public Notice? Of(NoticeKey stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var key = _planner.Current(stored);
        var ends = key.Step == NoticeKey.NoLongerStands;
        var sent = _sent.Of(key.Duty, key.Instance);
        var row = (_groups.Of(key.Duty, key.Instance) is { } group ? _baseline.Counted(group, sent) : null)?.Speaker
            ?? (ends && _ladders.OfDuty(key.Duty) is { } former ? new DutyRow(former, key.Instance, default, null, null) : null);
        if (row is null || (ends ? NoticeKind.NoLongerStands : KindOf(row.Standing)) is not { } kind)
        {
            return null;
        }

        var ladder = row.Ladder;
        var step = ladder.Path.Steps.FirstOrDefault(candidate => candidate.Id == key.Step) ?? Outside(key, ladder.Path);
        return new Notice
        {
            Key = key,
            StoredAs = stored,
            Kind = kind,
            Rule = ladder.Rule,
            Path = ladder.Path,
            Step = step,
            DueToTell = _assessment.AsOf,
            Began = ladder.Began(row.Standing),
            Held = step.ApprovalRequired,
            Timescale = row.Timescale,
            Check = row.Check,
            ToldTogether = ladder.RolesOf(step.To),
            Next = ladder.NextAfter(row.Standing, _assessment.AsOf, Baseline.Told(sent)),
        };
    }

    private static NoticeKind? KindOf(Standing standing) => standing.Part switch
    {
        Part.Before or Part.After => standing.Tells,
        Part.Held => NoticeKind.Overdue,
        Part.Question => NoticeKind.Question,
        _ => null,
    };

    /// <summary>A step that stands in no path: a question, what no longer stands, or one that the path has no more.</summary>
    private static EscalationStep Outside(NoticeKey key, EscalationPath path) => new()
    {
        Id = key.Step,
        OffsetDays = 0,
        EveryDays = key.Step == NoticeKey.CannotTell ? path.CannotTell?.EveryDays : null,
        To = [key.Role],
    };
}
