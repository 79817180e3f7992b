using System.Globalization;

namespace DhrCompliance.Calendars;

/// <summary>
/// A day that may be known only in part, held as the earliest and the latest day it can be. Both ends are
/// inclusive. An end that is not known is <see cref="DateOnly.MinValue"/> or <see cref="DateOnly.MaxValue"/>.
/// </summary>
public readonly record struct DateInterval
{
    /// <summary>Makes an interval. Throws <see cref="ArgumentException"/> when <paramref name="latest"/> is before <paramref name="earliest"/>.</summary>
    public DateInterval(DateOnly earliest, DateOnly latest)
    {
        if (latest < earliest)
        {
            throw new ArgumentException($"The latest day {latest:o} is before the earliest day {earliest:o}.", nameof(latest));
        }

        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>It happened, or will, on a day nobody knows.</summary>
    public static DateInterval Unknown { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The first day it can be (inclusive).</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last day it can be (inclusive).</summary>
    public DateOnly Latest { get; }

    /// <summary>True when the day is known exactly.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>True when an earliest day is known.</summary>
    public bool HasEarliest => Earliest != DateOnly.MinValue;

    /// <summary>True when a latest day is known.</summary>
    public bool HasLatest => Latest != DateOnly.MaxValue;

    /// <summary>Days between the ends: 0 for a day known exactly.</summary>
    public int Width => Latest.DayNumber - Earliest.DayNumber;

    /// <summary>The interval of one known day.</summary>
    public static DateInterval On(DateOnly day) => new(day, day);

    /// <summary>Any day up to and including <paramref name="latest"/>.</summary>
    public static DateInterval UpTo(DateOnly latest) => new(DateOnly.MinValue, latest);

    /// <summary>Any day from <paramref name="earliest"/> (inclusive) on.</summary>
    public static DateInterval From(DateOnly earliest) => new(earliest, DateOnly.MaxValue);

    /// <summary>Whether the day can be <paramref name="day"/>.</summary>
    public bool Contains(DateOnly day) => Earliest <= day && day <= Latest;

    /// <summary>The smallest interval that holds both.</summary>
    public DateInterval Hull(DateInterval other) =>
        new(Earliest < other.Earliest ? Earliest : other.Earliest, Latest > other.Latest ? Latest : other.Latest);

    /// <summary>The days in both, or null when there is none.</summary>
    public DateInterval? Intersect(DateInterval other)
    {
        var earliest = Earliest > other.Earliest ? Earliest : other.Earliest;
        var latest = Latest < other.Latest ? Latest : other.Latest;
        return latest < earliest ? null : new DateInterval(earliest, latest);
    }

    /// <summary>
    /// The written form that import, export and JSON share: <c>2013-07-11</c>, <c>2013-07-01/2013-07-31</c>,
    /// <c>../2013-07-11</c>, <c>2013-07-11/..</c>, or <c>../..</c> when nothing is known.
    /// </summary>
    public override string ToString() => IsDay
        ? Text(Earliest)
        : $"{(HasEarliest ? Text(Earliest) : "..")}/{(HasLatest ? Text(Latest) : "..")}";

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
