using DhrCompliance.Calendars;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>The whole periods of a register, found by walking through its days.</summary>
internal static class NaivePeriods
{
    public static IEnumerable<(string Name, DateOnly First, DateOnly Last)> Of(Recurrence recurrence, DateOnly? kept, DateOnly asOf)
    {
        if (kept is not { } from)
        {
            yield break;
        }

        for (var day = from; day <= asOf; day = day.AddDays(1))
        {
            if (!Begins(recurrence, from, day))
            {
                continue;
            }

            var last = day;
            while (!Begins(recurrence, from, last.AddDays(1)))
            {
                last = last.AddDays(1);
            }

            yield return (Name(recurrence.Kind, day), day, last);
        }
    }

    private static bool Begins(Recurrence recurrence, DateOnly from, DateOnly day) => recurrence.Kind switch
    {
        RecurrenceKind.Year => day is { Day: 1, Month: 1 },
        RecurrenceKind.Rolling => Enumerable.Range(0, 100).Any(count => from.AddMonths(count * recurrence.Months) == day),
        _ => day is { Day: 1, Month: 1 or 4 or 7 or 10 },
    };

    private static string Name(RecurrenceKind kind, DateOnly first) => kind switch
    {
        RecurrenceKind.CalendarQuarter => $"{first:yyyy}-Q{first.Month switch { 1 => 1, 4 => 2, 7 => 3, _ => 4 }}",
        RecurrenceKind.FinancialQuarter => first.Month == 1
            ? $"{first.AddYears(-1):yyyy}-{first:yy}-Q4"
            : $"{first:yyyy}-{first.AddYears(1):yy}-Q{first.Month switch { 4 => 1, 7 => 2, _ => 3 }}",
        RecurrenceKind.Year => $"{first:yyyy}",
        _ => $"{first:yyyy-MM-dd}",
    };
}
