namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>Look-ups in days that are in order.</summary>
internal static class HandDays
{
    /// <summary>The first, if it had come by the day.</summary>
    public static DateOnly First(DateOnly[] days, DateOnly asOf) => days.Length > 0 && days[0] <= asOf ? days[0] : HandCase.Never;

    /// <summary>The first on or after a start; where there is none, the last before it.</summary>
    public static DateOnly Meeting(DateOnly[] days, DateOnly start, DateOnly asOf) => Meeting(days, DateOnly.MinValue, start, asOf);

    /// <summary>As the other, leaving out what came before <paramref name="from"/>.</summary>
    public static DateOnly Meeting(DateOnly[] days, DateOnly from, DateOnly start, DateOnly asOf)
    {
        var before = HandCase.Never;
        foreach (var day in days)
        {
            if (day > asOf)
            {
                break;
            }

            if (day >= start)
            {
                return day;
            }

            before = day >= from ? day : before;
        }

        return before;
    }

    /// <summary>The first after a day.</summary>
    public static DateOnly After(DateOnly[] days, DateOnly asOf)
    {
        for (var i = days.Length - 1; i >= 0; i--)
        {
            if (days[i] <= asOf)
            {
                return i + 1 < days.Length ? days[i + 1] : HandCase.Never;
            }
        }

        return days.Length > 0 ? days[0] : HandCase.Never;
    }

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The day, if it had come and is not before the start.</summary>
    public static DateOnly Within(DateOnly day, DateOnly start, DateOnly asOf) => day >= start && day <= asOf ? day : HandCase.Never;
}
