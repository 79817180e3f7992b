using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What stands beside a row: departures that are recorded, an explanation that holds, and rules of other packs. It changes no state and no lateness.</summary>
internal static class Departures
{
    /// <param name="sitting">The sitting.</param>
    /// <param name="frame">The rule.</param>
    /// <param name="isFinding">Whether the row is overdue or fails, so that there is something to explain.</param>
    public static void Tell(Sitting sitting, RuleFrame frame, bool isFinding)
    {
        foreach (var reason in frame.RestsOn)
        {
            sitting.Because(reason);
        }

        foreach (var (pack, reason) in frame.DepartedBy)
        {
            if (sitting.Stands(pack))
            {
                sitting.Because(reason);
            }
        }

        if (sitting.Rulebook.Slots.Departure is not { About: >= 0 } departure)
        {
            return;
        }

        foreach (var happened in sitting.File.Of(departure))
        {
            var on = happened.On(sitting.AsOf);
            if (on.Latest <= sitting.AsOf && happened.Attributes[departure.About] is { } about && (about == frame.Rule.Id || about == frame.Rule.FullName))
            {
                sitting.Because(new Reason(ReasonTemplate.DepartureRecorded, null, departure.AgreedBy < 0 ? null : happened.Attributes[departure.AgreedBy], on));
            }
        }

        if (isFinding && sitting.File.Of(departure).Length > 0
            && Explained.Of(sitting.File.File, sitting.Rulebook.Rulebook.Vocabulary, frame.Rule, sitting.AsOf) is { } explained)
        {
            sitting.Because(new Reason(ReasonTemplate.ExplainedUntil, null, null, explained.RecordedOn, DateInterval.On(explained.Until)));
            sitting.Next.Consider(NextChange.Add(explained.Until, 1));
        }
    }
}
