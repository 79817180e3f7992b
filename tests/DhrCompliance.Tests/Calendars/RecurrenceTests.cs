using DhrCompliance.Calendars;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Calendars;

public sealed class RecurrenceTests
{
    private static readonly Recurrence Rolling = new(RecurrenceKind.Rolling, 3);

    private static Recurrence Of(string kind) => kind switch
    {
        "calendar" => Recurrence.CalendarQuarter,
        "financial" => Recurrence.FinancialQuarter,
        "year" => Recurrence.Year,
        _ => Rolling,
    };

    [Theory]
    [InlineData("calendar", "2026-01-01", "2026-06-30", "2026-Q1 2026-Q2")]
    [InlineData("calendar", "2026-01-02", "2026-07-01", "2026-Q2 2026-Q3")]
    [InlineData("calendar", "2025-12-31", "2026-01-01", "2026-Q1")]
    [InlineData("calendar", "2026-01-02", "2026-03-31", "")]
    [InlineData("financial", "2026-04-01", "2027-04-01", "2026-27-Q1 2026-27-Q2 2026-27-Q3 2026-27-Q4 2027-28-Q1")]
    [InlineData("financial", "1999-12-31", "2000-01-01", "1999-00-Q4")]
    [InlineData("year", "2025-01-01", "2026-12-31", "2025 2026")]
    [InlineData("year", "2025-01-02", "2026-01-01", "2026")]
    [InlineData("rolling", "2026-05-15", "2026-08-14", "2026-05-15")]
    [InlineData("rolling", "2026-05-15", "2026-08-15", "2026-05-15 2026-08-15")]
    [InlineData("rolling", "2026-11-30", "2027-06-01", "2026-11-30 2027-02-28 2027-05-30")]
    [InlineData("year", "9999-01-01", "9999-12-31", "")]
    public void Whole_periods_begin_from_the_first_day_to_the_last(string kind, string from, string until, string names)
    {
        string.Join(' ', Of(kind).Whole(Day(from), Day(until)).Select(period => period.Name)).ShouldBe(names);
    }

    [Theory]
    [InlineData("calendar")]
    [InlineData("financial")]
    [InlineData("year")]
    [InlineData("rolling")]
    public void Periods_follow_each_other_without_a_gap_and_the_next_is_known(string kind)
    {
        var from = Day("2023-08-31");
        var periods = Of(kind).Whole(from, Day("2033-01-01")).ToList();

        periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.Last.AddDays(1) == pair.Second.First);
        for (var day = from.AddDays(-3); day < Day("2030-01-01"); day = day.AddDays(1))
        {
            Of(kind).NextAfter(from, day).ShouldBe(periods.First(period => period.First > day).First);
        }
    }

    [Fact]
    public void At_the_end_of_the_calendar_there_is_no_next() => Recurrence.Year.NextAfter(Day("2020-01-01"), Day("9999-05-01")).ShouldBeNull();
}
