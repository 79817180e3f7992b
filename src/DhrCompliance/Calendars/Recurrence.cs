using System.Globalization;

namespace DhrCompliance.Calendars;

/// <summary>How a period comes round.</summary>
public enum RecurrenceKind
{
    /// <summary>January to March, and so on: <c>2026-Q3</c>.</summary>
    CalendarQuarter,

    /// <summary>April to June, and so on, of the financial year from 1 April: <c>2026-27-Q2</c>.</summary>
    FinancialQuarter,

    /// <summary>A calendar year: <c>2026</c>.</summary>
    Year,

    /// <summary>So many months from the day the counting begins, one after the other: <c>2026-05-15</c>, its first day.</summary>
    Rolling,
}

/// <summary>A period with the name it is called by. Both ends are inclusive.</summary>
public readonly record struct NamedPeriod(string Name, DateOnly First, DateOnly Last);

/// <summary>Periods that come round. <paramref name="Months"/> is the length of a rolling one, and fixed for the others.</summary>
public sealed record Recurrence(RecurrenceKind Kind, int Months)
{
    /// <summary>The word for a period's first day, where a clock starts or ends with it.</summary>
    public const string FirstDay = "first-day";

    /// <summary>The word for a period's last day.</summary>
    public const string LastDay = "last-day";

    /// <summary>Quarters of a calendar year.</summary>
    public static Recurrence CalendarQuarter { get; } = new(RecurrenceKind.CalendarQuarter, 3);

    /// <summary>Quarters of a financial year.</summary>
    public static Recurrence FinancialQuarter { get; } = new(RecurrenceKind.FinancialQuarter, 3);

    /// <summary>Calendar years.</summary>
    public static Recurrence Year { get; } = new(RecurrenceKind.Year, 12);

    /// <summary>The whole periods that begin on or after <paramref name="from"/> and on or before <paramref name="until"/>, oldest first.</summary>
    public IEnumerable<NamedPeriod> Whole(DateOnly from, DateOnly until)
    {
        var anchor = Anchor(from);
        for (var count = 0; Begin(anchor, count) is { } first && first <= until && Begin(anchor, count + 1) is { } next; count++)
        {
            yield return new NamedPeriod(NameOf(first), first, next.AddDays(-1));
        }
    }

    /// <summary>The day on which the next period after <paramref name="day"/> begins; null at the calendar's end.</summary>
    public DateOnly? NextAfter(DateOnly from, DateOnly day)
    {
        var anchor = Anchor(from);
        if (anchor is not { } begin || day < begin)
        {
            return anchor;
        }

        var months = ((day.Year - begin.Year) * 12) + day.Month - begin.Month;
        for (var count = months / Months; ; count++)
        {
            if (Begin(anchor, count) is not { } next || next > day)
            {
                return Begin(anchor, count);
            }
        }
    }

    // Counted from the first day itself and never from a day that a short month moved.
    private DateOnly? Begin(DateOnly? anchor, int count)
    {
        var left = anchor is { } day ? (12L * (DateOnly.MaxValue.Year - day.Year)) + DateOnly.MaxValue.Month - day.Month : 0;
        var months = (long)count * Months;
        return anchor is null || months > left ? null : anchor.Value.AddMonths((int)months);
    }

    /// <summary>The first day of the first whole period on or after a day.</summary>
    private DateOnly? Anchor(DateOnly from)
    {
        if (Kind == RecurrenceKind.Rolling)
        {
            return from;
        }

        var begin = new DateOnly(from.Year, Kind == RecurrenceKind.Year ? 1 : from.Month - ((from.Month - 1) % 3), 1);
        return begin == from ? from : Begin(begin, 1);
    }

    private string NameOf(DateOnly first)
    {
        var quarter = (first.Month - 1) / 3;
        var year = Kind == RecurrenceKind.FinancialQuarter && quarter == 0 ? first.Year - 1 : first.Year;
        return Kind switch
        {
            RecurrenceKind.CalendarQuarter => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{quarter + 1}"),
            RecurrenceKind.FinancialQuarter => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{(year + 1) % 100:00}-Q{(quarter == 0 ? 4 : quarter)}"),
            RecurrenceKind.Year => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
            _ => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
