using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>A clock that has started: what is known of it, and the row that follows.</summary>
internal struct HandClock(string rule, string instance, DateOnly started)
{
    private const int SoonDays = 14;

    public DateOnly Original = HandCase.Never;
    public DateOnly Due = HandCase.Never;
    public DateOnly AskedFor = HandCase.Never;
    public DateOnly MetOn = HandCase.Never;
    public DateOnly EndedOn = HandCase.Never;
    public bool Paused;
    public bool Waived;

    public readonly HandRow Row(DateOnly asOf, HolidayCalendar calendar, HandPath path, ref HandNext next)
    {
        next.ConsiderDue(Original == HandCase.Never ? AskedFor : Due, Original == HandCase.Never, path);
        var state = State(asOf);
        var late = 0;
        var lateAtFirst = 0;
        if (Original != HandCase.Never && state is not (TimescaleState.Ended or TimescaleState.Paused or TimescaleState.Waived))
        {
            var on = MetOn == HandCase.Never ? asOf : MetOn;
            lateAtFirst = Math.Max(0, on.DayNumber - Original.DayNumber);
            late = Math.Max(0, on.DayNumber - Due.DayNumber);
        }

        return new HandRow(
            rule,
            instance,
            state,
            started,
            Known(Original),
            Known(Due),
            Due == HandCase.Never ? null : calendar.LastWorkingDayOnOrBefore(Due),
            Known(AskedFor),
            Known(MetOn),
            late,
            lateAtFirst);
    }

    private static DateOnly? Known(DateOnly day) => day == HandCase.Never ? null : day;

    private readonly TimescaleState State(DateOnly asOf)
    {
        if (MetOn != HandCase.Never && MetOn <= EndedOn && (Original == HandCase.Never || MetOn <= Due))
        {
            return TimescaleState.Met;
        }

        return Waived ? TimescaleState.Waived
            : EndedOn < MetOn ? TimescaleState.Ended
            : MetOn != HandCase.Never ? TimescaleState.MetLate
            : Paused ? TimescaleState.Paused
            : Original == HandCase.Never ? TimescaleState.Outstanding
            : asOf > Due ? TimescaleState.Overdue
            : asOf >= Due.AddDays(-SoonDays) ? TimescaleState.DueSoon
            : TimescaleState.Running;
    }
}
