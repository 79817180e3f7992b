namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>The escalation paths.</summary>
public enum HandPath
{
    Guidance,
    Resubmission,
    Statute,
    Local,
    Action,
}

/// <summary>The first later day on which something could differ.</summary>
internal struct HandNext(DateOnly asOf)
{
    private static readonly (int Offset, int Every)[][] Steps =
    [
        [(-14, 0), (1, 0), (28, 28), (90, 0)],
        [(-14, 0), (1, 0), (14, 14), (60, 0)],
        [(-14, 0), (1, 0), (14, 14)],
        [(-14, 0), (1, 0), (28, 28)],
        [(-14, 0), (1, 0), (28, 28), (90, 0)],
    ];

    public DateOnly Day { get; private set; } = HandCase.Never;

    public void Consider(DateOnly day)
    {
        if (day > asOf && day < Day)
        {
            Day = day;
        }
    }

    public void ConsiderDue(DateOnly due, bool asked, HandPath path)
    {
        if (due == HandCase.Never)
        {
            return;
        }

        if (asked)
        {
            Consider(due);
        }

        foreach (var (offset, every) in Steps[(int)path])
        {
            var day = due.AddDays(offset);
            if (every > 0 && day <= asOf)
            {
                day = day.AddDays((((asOf.DayNumber - day.DayNumber) / every) + 1) * every);
            }

            Consider(day);
        }
    }
}
