using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The plan of one assessment while it is put together.</summary>
internal sealed class Draft(Assessment assessment, QuietDays quiet, Unswept unswept, Func<Notice, bool>? waits)
{
    /// <summary>So that a case with much that is missing does not bury the people who are asked.</summary>
    private const int QuestionsAWeek = 5;

    private readonly List<Notice> _notices = [];
    private readonly List<Notice> _backlog = [];
    private readonly List<NoticeKey> _passedOver = [];
    private readonly List<NoticeKey> _withdrawn = [];
    private DateOnly? _nextOn;

    /// <summary>Adds what is planned under a path: on its quiet days nothing that anyone would hear of, and nothing for those who hear no more today.</summary>
    public void Add(GroupPlan plan, EscalationPath path)
    {
        if (quiet.IsQuiet(path))
        {
            AddBacklog(plan.Backlog, _ => true, quiet.End);
            AddUnless(!plan.Notices.IsEmpty, quiet.End, plan);
            return;
        }

        var tomorrow = assessment.AsOf < DateOnly.MaxValue ? assessment.AsOf.AddDays(1) : assessment.AsOf;
        AddBacklog(plan.Backlog, Waits, tomorrow);
        if (waits is null || !plan.Notices.Any(Waits))
        {
            Add(plan);
        }
        else if (plan.Notices.All(notice => !GoesAtOnce(notice)))
        {
            AddUnless(true, tomorrow, plan);
        }
        else if (plan.Withdrawn.IsEmpty)
        {
            Later(tomorrow);
            var waiting = plan.Notices.Where(Waits).Select(notice => notice.Key.Role).ToHashSet(StringComparer.Ordinal);
            Add(plan with
            {
                Notices = [.. plan.Notices.Where(notice => !Waits(notice))],
                PassedOver = [.. plan.PassedOver.Where(key => !waiting.Contains(key.Role))],
            });
        }
        else
        {
            // What is told at once is counted anew on a ground that another replaced: it cannot go without the rest.
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

    private static bool GoesAtOnce(Notice notice) => notice.Held || notice.Step.Urgent;

    private bool Waits(Notice notice) => waits is not null && !GoesAtOnce(notice) && waits(notice);

    private void AddUnless(bool postponed, DateOnly until, GroupPlan plan)
    {
        if (postponed)
        {
            Later(until);
            Later(plan.NextOn);
        }
        else
        {
            Add(plan);
        }
    }

    /// <summary>What is found on the first day is never found again, so that it is remembered on whatever day that is; its mail may be later.</summary>
    private void AddBacklog(ImmutableArray<Notice> backlog, Func<Notice, bool> isLater, DateOnly until)
    {
        foreach (var notice in backlog)
        {
            if (!isLater(notice))
            {
                _backlog.Add(notice);
                continue;
            }

            Later(until);
            if (!notice.StillWithoutAddress)
            {
                _backlog.Add(notice with { MailedLater = true });
            }
        }
    }

    public NoticePlan Finish(SentNotices sent)
    {
        LimitQuestions(sent);
        return new NoticePlan
        {
            Notices = [.. _notices],
            Backlog = [.. _backlog],
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
