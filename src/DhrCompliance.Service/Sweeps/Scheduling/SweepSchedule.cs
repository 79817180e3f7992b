using DhrCompliance.Service.Ledger;
using Quartz;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>
/// The moments at which something falls due, by a cron expression that is read by the clock on a wall in London. A time that daylight
/// saving leaves out is due at the first moment after the gap; one that comes twice is due once, the first time.
/// </summary>
public sealed class SweepSchedule
{
    private readonly CronExpression _wall;

    /// <summary>Throws <see cref="FormatException"/> for what is no cron expression of Quartz (seconds first).</summary>
    public SweepSchedule(string cron)
    {
        // The times on the wall are treated as if they were UTC, so that only this class decides what daylight saving does to them.
        _wall = new CronExpression(cron) { TimeZone = TimeZoneInfo.Utc };
    }

    /// <summary>The latest moment at which it was due, now included; null: never yet.</summary>
    public DateTimeOffset? LastDue(DateTimeOffset now)
    {
        var end = Wall(now);

        // In the hour that comes twice, times later on the wall were due in its first pass.
        var wall = _wall.GetTimeBefore((Instants.London.IsAmbiguousTime(end.DateTime) ? end.AddHours(1) : end).AddTicks(1));
        while (wall is { } time && Moment(time) > now)
        {
            wall = _wall.GetTimeBefore(time);
        }

        return wall is { } last ? Moment(last) : null;
    }

    /// <summary>The first moment after this one at which it is due; null: never again.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after)
    {
        var wall = _wall.GetTimeAfter(Wall(after));
        while (wall is { } time && Moment(time) <= after)
        {
            wall = _wall.GetTimeAfter(time);
        }

        return wall is { } next ? Moment(next) : null;
    }

    private static DateTimeOffset Wall(DateTimeOffset moment) =>
        new(TimeZoneInfo.ConvertTime(moment, Instants.London).DateTime, TimeSpan.Zero);

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
