namespace DhrCompliance.Calendars;

/// <summary>
/// Days on which a clock stood still: from <paramref name="From"/> (inclusive) until <paramref name="Until"/>
/// (exclusive: on that day it runs again). <see cref="DateOnly.MaxValue"/> says that it has not ended.
/// </summary>
public readonly record struct PausedDays(DateOnly From, DateOnly Until);

/// <summary>
/// A pause known in part. In every world that is possible its end is on or after its beginning, whatever the two
/// intervals allow each by itself.
/// </summary>
/// <param name="From">The first paused day.</param>
/// <param name="Until">The day on which the clock runs again; <see cref="DateOnly.MaxValue"/> on both ends says that it has not ended.</param>
/// <param name="Certain">False: the pause may not have been, or may not stop this clock.</param>
public readonly record struct UncertainPause(DateInterval From, DateInterval Until, bool Certain);
