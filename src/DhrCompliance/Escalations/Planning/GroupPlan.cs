using System.Collections.Immutable;
using DhrCompliance.Assessments;

namespace DhrCompliance.Escalations.Planning;

/// <summary>What is to be done about one duty's instance.</summary>
internal sealed record GroupPlan
{
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>What is told in a summary.</summary>
    public ImmutableArray<Notice> Backlog { get; init; } = [];

    public ImmutableArray<NoticeKey> PassedOver { get; init; } = [];

    public ImmutableArray<NoticeKey> Withdrawn { get; init; } = [];

    public DateOnly? NextOn { get; init; }

    public static GroupPlan Of(DutyGroup group, ImmutableArray<SentNotice> sent, Assessment assessment, Baseline baseline)
    {
        // An edition's row that is missing because its rule failed is no sign that the ground is gone.
        var judged = group.IsComplete || assessment.Failures.IsDefaultOrEmpty;
        var lost = judged
            ? NoticePlanner.Open(sent).Where(notice => !Grounds.Hold(notice, group)).ToImmutableArray()
            : [];
        var standing = lost.IsEmpty
            ? sent
            : [.. sent.Select(notice => lost.Contains(notice) ? notice with { State = SentState.Withdrawn } : notice)];
        group = baseline.Counted(group, standing);
        var told = baseline.First(group, standing, assessment)
            ?? (group.Agrees(Part.Question) ? Questions.Ask(group, standing, assessment) : Steps.Climb(group, standing, assessment));
        return told with
        {
            Backlog = told.Backlog.IsEmpty ? Baseline.Again(group, standing, assessment) : told.Backlog,
            Notices = [.. told.Notices, .. Farewell.To(group.Speaker, lost, sent, told.Notices, assessment)],
            Withdrawn = [.. lost.Select(notice => notice.StoredAs)],
        };
    }
}
