using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>The rounds with the Home Office: each outcome asks for something, and each answer answers the oldest that is open.</summary>
internal static class HandRounds
{
    public static void Assess(HandCase review, DateOnly asOf, HolidayCalendar calendar, HandResult result, ref HandNext next)
    {
        var rounds = Count(review, asOf);
        var taken = 0;
        foreach (var outcome in review.Outcomes)
        {
            if (outcome.Verdict == HandVerdict.Resubmit && outcome.On <= asOf)
            {
                var met = rounds == 1
                    ? HandDays.Meeting(review.Submitted, outcome.On, outcome.Letter, asOf)
                    : Take(review.Submitted, outcome.Letter, asOf, ref taken);
                result.Timescales.Add(Round(review, outcome, "guidance-2016/resubmit", 14, true, met, asOf, calendar, ref next));
            }
        }

        foreach (var outcome in review.Outcomes)
        {
            if (outcome.Verdict == HandVerdict.ApprovedWithChanges && outcome.On <= asOf)
            {
                var met = review.ChangesMade >= outcome.On && review.ChangesMade <= asOf ? review.ChangesMade : HandCase.Never;
                result.Timescales.Add(Round(review, outcome, "guidance-2016/changes-made", 28, false, met, asOf, calendar, ref next));
            }
        }
    }

    private static HandRow Round(HandCase review, in HandOutcome outcome, string rule, int ask, bool disputes, DateOnly met, DateOnly asOf, HolidayCalendar calendar, ref HandNext next)
    {
        var start = outcome.Letter;
        if (start > asOf)
        {
            next.Consider(start);
            return new HandRow(rule, outcome.Id, TimescaleState.NotStarted, start);
        }

        var clock = new HandClock(rule, outcome.Id, start)
        {
            MetOn = met,
            EndedOn = HandDays.Earlier(HandDays.Within(review.Closed, start, asOf), HandDays.Within(review.Withheld, start, asOf)),
        };
        var set = outcome.RespondBy != HandCase.Never ? outcome.RespondBy : LastStep(review, start, asOf);
        if (set == HandCase.Never)
        {
            clock.AskedFor = start.AddDays(ask);
        }
        else
        {
            clock.Original = set;
            clock.Due = disputes ? HandPauses.Moved(review.Pauses, true, start, set, asOf) : set;
        }

        clock.Paused = disputes && HandPauses.Runs(review.Pauses, true, start, clock.Due, asOf);
        return clock.Row(asOf, calendar, HandPath.Resubmission, ref next);
    }

    private static DateOnly LastStep(HandCase review, DateOnly start, DateOnly asOf)
    {
        var by = HandCase.Never;
        foreach (var step in review.NextSteps)
        {
            by = step.On >= start && step.On <= asOf ? step.By : by;
        }

        return by;
    }

    private static DateOnly Take(DateOnly[] submitted, DateOnly start, DateOnly asOf, ref int taken)
    {
        while (taken < submitted.Length && submitted[taken] <= asOf)
        {
            if (submitted[taken] >= start)
            {
                return submitted[taken++];
            }

            taken++;
        }

        return HandCase.Never;
    }

    private static int Count(HandCase review, DateOnly asOf)
    {
        var rounds = 0;
        foreach (var outcome in review.Outcomes)
        {
            rounds += outcome.Verdict == HandVerdict.Resubmit && outcome.On <= asOf ? 1 : 0;
        }

        return rounds;
    }
}
