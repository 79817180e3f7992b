using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The plan of one assessment while it is put together.</summary>
internal sealed class Draft(Assessment assessment, QuietDays quiet, Unswept unswept)
{
    /// <summary>So that a case with much that is missing does not bury the people who are asked.</summary>
    private const int QuestionsAWeek = 5;

    private readonly List<Notice> _notices = [];
    private readonly List<NoticeKey> _passedOver = [];
    private readonly List<NoticeKey> _withdrawn = [];
    private DateOnly? _nextOn;

    /// <summary>Adds what is planned under a path: on its quiet days nothing that anyone would hear of.</summary>
    public void Add(GroupPlan plan, EscalationPath path)
    {
        if (quiet.IsQuiet(path) && !plan.Notices.IsEmpty)
        {
            Later(quiet.End);
            Later(plan.NextOn);
        }
        else
        {
            Add(plan);
        }
    }

    public void Add(GroupPlan plan)
    {
        _notices.AddRange(plan.Notices.Select(notice => unswept.Of(notice) is { } missed ? notice with { Missed = missed } : notice));
        _passedOver.AddRange(plan.PassedOver);
        _withdrawn.AddRange(plan.Withdrawn);
        Later(plan.NextOn);
    }

    public NoticePlan Finish(SentNotices sent)
    {
        LimitQuestions(sent);
        return new NoticePlan
        {
            Notices = [.. _notices],
            PassedOver = [.. _passedOver],
            Withdrawn = [.. _withdrawn],
            NextOn = _nextOn,
        };
    }

    private void LimitQuestions(SentNotices sent)
    {
        var asked = _notices.Count(IsNewQuestion);
        if (asked == 0)
        {
            return;
        }

        var lately = sent.All
            .Where(notice => notice.Key.Step == NoticeKey.CannotTell && notice.PlannedOn > assessment.AsOf.AddDays(-7))
            .Select(notice => notice.PlannedOn)
            .ToList();
        var room = Math.Max(0, QuestionsAWeek - lately.Count);
        if (asked > room)
        {
            Later(lately.Append(assessment.AsOf).Min().AddDays(7));
            var kept = 0;
            _notices.RemoveAll(notice => IsNewQuestion(notice) && ++kept > room);
        }
    }

    private static bool IsNewQuestion(Notice notice) => notice is { Kind: NoticeKind.Question, StillWithoutAddress: false };

    private void Later(DateOnly? day)
    {
        if (day is { } later && !(_nextOn <= later))
        {
            _nextOn = later;
        }
    }
}
