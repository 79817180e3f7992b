using DhrCompliance.Service.Ledger;
using Quartz;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>
/// The moments at which something falls due, by a cron expression of Quartz that is read by the clocks on the walls of London: a time that
/// daylight saving leaves out is due at the first moment after the gap, and one that comes twice is due once, the first time.
/// </summary>
public sealed class SweepSchedule(string cron)
{
    // The time on the wall is taken for UTC: a scheduler that is asked within the hour that comes twice would name a time of its first pass once more.
    private readonly CronExpression _wall = new(cron, TimeZoneInfo.Utc);

    /// <summary>Whether a text is a cron expression (seconds first).</summary>
    public static bool IsCron(string text) => CronExpression.TryParse(text, out _);

    /// <summary>The latest moment at which it was due, now included; null: never yet.</summary>
    public DateTimeOffset? LastDue(DateTimeOffset now)
    {
        // In the second pass of the hour that comes twice, all of the first has been.
        var wall = Wall(now);
        var time = _wall.GetPreviousValidTimeBefore((Instants.London.IsAmbiguousTime(wall.DateTime) ? wall.AddHours(1) : wall).AddTicks(1));
        while (time is { } late && Moment(late) > now)
        {
            time = _wall.GetPreviousValidTimeBefore(late);
        }

        return time is { } last ? Moment(last) : null;
    }

    /// <summary>The first moment after this one at which it is due; null: never again.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after)
    {
        var time = _wall.GetNextValidTimeAfter(Wall(after));
        while (time is { } early && Moment(early) <= after)
        {
            time = _wall.GetNextValidTimeAfter(early);
        }

        return time is { } next ? Moment(next) : null;
    }

    private static DateTimeOffset Wall(DateTimeOffset moment) => new(TimeZoneInfo.ConvertTime(moment, Instants.London).DateTime, TimeSpan.Zero);

    private static DateTimeOffset Moment(DateTimeOffset wall)
    {
        var time = wall.DateTime;
        while (Instants.London.IsInvalidTime(time))
        {
            time = time.AddTicks(TimeSpan.TicksPerMinute - (time.Ticks % TimeSpan.TicksPerMinute));
        }

        var offset = Instants.London.IsAmbiguousTime(time) ? Instants.London.GetAmbiguousTimeOffsets(time).Max() : Instants.London.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }
}
