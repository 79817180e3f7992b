using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Finds the next event of a kind after a start: recorded, and where it can be planned also one that is still to come.</summary>
internal static class NextEvents
{
    /// <summary>Null: certainly none is recorded or planned.</summary>
    public static SetDate? Find(Sitting sitting, CompiledPattern pattern, in Start start)
    {
        DateOnly? earliest = null;
        DateOnly? certain = null;
        var latest = DateOnly.MinValue;
        var after = NextChange.Add(start.On.Earliest, 1);
        foreach (var meeting in sitting.File.Meetings)
        {
            var on = pattern.Kind.Kind.Plannable ? new DateInterval(meeting.Earliest, meeting.Latest) : meeting.On(sitting.AsOf);
            if (meeting.Kind != pattern.Kind || on.Latest < after || (!pattern.Kind.Kind.Plannable && on.Earliest > sitting.AsOf))
            {
                continue;
            }

            var match = pattern.Match(meeting, sitting.File);
            if (match == Answer.No)
            {
                continue;
            }

            // A start whose last day goes with today may come to be on the day of the meeting, which is not the next one then.
            sitting.Next.Consider(on.Earliest);
            var from = on.Earliest > after ? on.Earliest : after;
            earliest = earliest < from ? earliest : from;
            latest = on.Latest > latest ? on.Latest : latest;
            if (match == Answer.Yes && on.Earliest > start.On.Latest && !(certain <= on.Latest))
            {
                certain = on.Latest;
            }
        }

        return earliest is { } first ? new SetDate(new DateInterval(first, certain ?? latest), pattern.Kind.Name, certain is not null) : null;
    }
}
