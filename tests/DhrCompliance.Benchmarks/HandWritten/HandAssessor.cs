using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>
/// The rules of the folder beside it, written as C# for fully dated reviews under the guidance of 2016, without reasons: what the
/// assessor is measured against. Which cases it covers is said at <see cref="HandReader"/>. The rules stay as they are while those
/// that ship go on, so that figures of different years compare.
/// </summary>
public static class HandAssessor
{
    private static readonly DateOnly CommissionerFrom = new(2021, 11, 1);

    private static readonly DateOnly CommissionerSurely = new(2021, 11, 30);

    public static HandResult Assess(HandCase review, DateOnly asOf, HolidayCalendar calendar)
    {
        var next = new HandNext(asOf);
        var result = new HandResult
        {
            IsLive = review.KeptSince <= asOf && review.Closed > asOf,
            ReviewRequired = review.IsRequired,
            CircumstancesOfConcern = review.IsOfConcern,
        };
        result.Timescales.Add(SendToCommissioner(review, asOf, calendar, ref next));
        if (review.ProtocolFrom <= asOf && review.ProtocolUntil >= asOf && review.Told >= review.ProtocolFrom)
        {
            HandProtocol.Assess(review, asOf, calendar, result, ref next);
        }

        result.Timescales.Add(Decide(review, asOf, calendar, ref next));
        if (review.Decided <= asOf)
        {
            result.Timescales.Add(new HandClock("guidance-2016/inform-home-office", review.DecisionId, review.Decided)
            {
                AskedFor = review.Decided.AddDays(14),
                MetOn = HandDays.Meeting(review.HomeOfficeInformed, review.Decided, review.Decided, asOf),
            }.Row(asOf, calendar, HandPath.Guidance, ref next));
        }

        result.Timescales.Add(CompleteReport(review, asOf, calendar, ref next));
        HandRounds.Assess(review, asOf, calendar, result, ref next);
        result.Checks.Add(PublishedAfterApproval(review, asOf));
        next.Consider(HandDays.After(review.AllDays, asOf));
        next.Consider(review.KeptSince);
        next.Consider(review.ProtocolFrom);
        next.Consider(review.ProtocolUntil == HandCase.Never ? HandCase.Never : review.ProtocolUntil.AddDays(1));
        result.NextChangeOn = next.Day == HandCase.Never ? null : next.Day;
        HandMilestones.Add(review, asOf, result.Milestones);
        return result;
    }

    private static HandRow SendToCommissioner(HandCase review, DateOnly asOf, HolidayCalendar calendar, ref HandNext next)
    {
        const string Rule = "statute/send-to-commissioner";
        var governing = review.ReportCompleted.Length > 0 ? review.ReportCompleted[0] : HandDays.Later(asOf, review.Decided == HandCase.Never ? asOf : review.Decided);
        if (review.ReportCompleted.Length == 0)
        {
            next.Consider(CommissionerFrom);
            next.Consider(CommissionerSurely);
        }

        if (governing < CommissionerFrom)
        {
            return new HandRow(Rule, "once", TimescaleState.NotApplicable);
        }

        var completed = HandDays.First(review.ReportCompleted, asOf);
        return completed == HandCase.Never
            ? new HandRow(Rule, "once", TimescaleState.NotStarted)
            : new HandClock(Rule, "once", completed)
            {
                AskedFor = completed.AddDays(28),
                MetOn = HandDays.Meeting(review.SentToCommissioner, completed, asOf),
            }.Row(asOf, calendar, HandPath.Statute, ref next);
    }

    private static HandRow Decide(HandCase review, DateOnly asOf, HolidayCalendar calendar, ref HandNext next)
    {
        const string Rule = "guidance-2016/decide";
        var start = review.ChairNotified <= asOf ? review.ChairNotified : review.Notified;
        if (start > asOf)
        {
            return new HandRow(Rule, "once", TimescaleState.NotStarted);
        }

        var due = start.AddMonths(1);
        return new HandClock(Rule, "once", start)
        {
            Original = due,
            Due = due,
            MetOn = review.Decided <= asOf ? review.Decided : HandCase.Never,
            EndedOn = HandDays.Within(review.Closed, start, asOf),
        }.Row(asOf, calendar, HandPath.Guidance, ref next);
    }

    private static HandRow CompleteReport(HandCase review, DateOnly asOf, HolidayCalendar calendar, ref HandNext next)
    {
        const string Rule = "guidance-2016/complete-report";
        if (!review.IsReview || review.Decided > asOf)
        {
            return new HandRow(Rule, "once", TimescaleState.NotStarted);
        }

        var start = review.Decided;
        var due = start.AddMonths(6);
        var met = HandDays.Meeting(review.ReportCompleted, start, asOf);
        var moved = HandPauses.Moved(review.Pauses, false, start, due, asOf);
        var current = moved;
        foreach (var agreement in review.Agreements)
        {
            if (agreement.On <= asOf && agreement.On <= met)
            {
                current = HandDays.Later(moved, HandPauses.Moved(review.Pauses, false, agreement.On.AddDays(1), agreement.Until, asOf));
            }
        }

        return new HandClock(Rule, "once", start)
        {
            Original = due,
            Due = current,
            MetOn = met,
            EndedOn = HandDays.Earlier(HandDays.Within(review.Closed, start, asOf), HandDays.Within(review.Withheld, start, asOf)),
            Paused = HandPauses.Runs(review.Pauses, false, start, current, asOf),
        }.Row(asOf, calendar, HandPath.Guidance, ref next);
    }

    private static HandCheck PublishedAfterApproval(HandCase review, DateOnly asOf)
    {
        const string Rule = "guidance-2016/published-after-approval";
        if (review.Published > asOf)
        {
            return new HandCheck(Rule, "once", CheckState.NotYet);
        }

        foreach (var outcome in review.Outcomes)
        {
            if (outcome.Verdict != HandVerdict.Resubmit)
            {
                return new HandCheck(Rule, "once", outcome.On <= review.Published ? CheckState.Holds : CheckState.Fails, review.Published);
            }
        }

        return new HandCheck(Rule, "once", CheckState.Fails, review.Published);
    }
}
