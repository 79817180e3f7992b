using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>The protocol of the three boroughs.</summary>
internal static class HandProtocol
{
    public static void Assess(HandCase review, DateOnly asOf, HolidayCalendar calendar, HandResult result, ref HandNext next)
    {
        var runs = review.IsReview && review.Decided <= asOf;
        result.Timescales.Add(Family(review, "three-boroughs/notify-family", runs, HandDays.Meeting(review.FamilyNotified, review.Decided, asOf), asOf, calendar, ref next));
        result.Timescales.Add(review.IsSuicide
            ? Family(review, "three-boroughs/offer-family-support", runs,
                HandDays.Later(HandDays.Meeting(review.FamilyNotified, review.Decided, asOf), HandDays.Meeting(review.AdvocacyOffered, review.Decided, asOf)), asOf, calendar, ref next)
            : new HandRow("three-boroughs/offer-family-support", "once", TimescaleState.NotApplicable));
        foreach (var action in review.Actions)
        {
            result.Timescales.Add(CompleteAction(review, action, runs, asOf, calendar, ref next));
        }

        result.Checks.Add(Order("three-boroughs/family-influenced-terms", review.TermsShared, review.TermsAgreed, review.FamilyDoesNotWish, asOf));
        result.Checks.Add(Order("three-boroughs/panel-signed-off-first", review.PanelSignedOff, review.SentToBoard, false, asOf));
        result.Checks.Add(Order("three-boroughs/family-saw-report-first", review.FamilyViewed, review.SentToBoard, review.FamilyDoesNotWish, asOf));
        result.Checks.Add(Order("three-boroughs/board-signed-off-first", review.BoardSignedOff, review.Submitted, false, asOf));
        result.Checks.Add(Order("three-boroughs/publication-date-agreed-first", review.DateAgreedWithFamily, review.Published, review.FamilyDoesNotWish, asOf));
        foreach (var action in review.Actions)
        {
            result.Checks.Add(review.ActionPlanAgreed > asOf
                ? new HandCheck("three-boroughs/action-has-named-lead", action.Id, CheckState.NotYet)
                : new HandCheck("three-boroughs/action-has-named-lead", action.Id, action.HasNamedLead ? CheckState.Holds : CheckState.Fails, review.ActionPlanAgreed));
        }
    }

    private static HandRow Family(HandCase review, string rule, bool runs, DateOnly met, DateOnly asOf, HolidayCalendar calendar, ref HandNext next) => runs
        ? new HandClock(rule, "once", review.Decided)
        {
            AskedFor = review.Decided.AddDays(14),
            MetOn = met,
            Waived = review.FamilyDoesNotWish,
        }.Row(asOf, calendar, HandPath.Local, ref next)
        : new HandRow(rule, "once", TimescaleState.NotStarted);

    private static HandRow CompleteAction(HandCase review, in HandAction action, bool runs, DateOnly asOf, HolidayCalendar calendar, ref HandNext next)
    {
        const string Rule = "three-boroughs/complete-action";
        var planned = review.ActionPlanAgreed <= asOf;
        if (!planned && !runs)
        {
            return new HandRow(Rule, action.Id, TimescaleState.NotStarted);
        }

        var start = planned ? review.ActionPlanAgreed : review.Decided;
        var clock = new HandClock(Rule, action.Id, start) { MetOn = action.Completed <= asOf ? action.Completed : HandCase.Never };
        if (action.Due == HandCase.Never)
        {
            clock.AskedFor = start;
        }
        else
        {
            clock.Due = clock.Original = HandDays.Later(action.Due, review.ProtocolFrom);
        }

        return clock.Row(asOf, calendar, HandPath.Action, ref next);
    }

    private static HandCheck Order(string rule, DateOnly[] first, DateOnly[] then, bool waived, DateOnly asOf) =>
        Order(rule, first, HandDays.First(then, asOf), waived, asOf);

    private static HandCheck Order(string rule, DateOnly[] first, DateOnly gate, bool waived, DateOnly asOf) =>
        gate > asOf ? new HandCheck(rule, "once", CheckState.NotYet)
        : HandDays.First(first, gate) <= gate ? new HandCheck(rule, "once", CheckState.Holds, gate)
        : new HandCheck(rule, "once", waived ? CheckState.Waived : CheckState.Fails, gate);
}
