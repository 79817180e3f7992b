using DhrCompliance.Calendars;
using static DhrCompliance.Tests.Calendars.Days;

namespace DhrCompliance.Tests.Calendars;

public sealed class DueDatesTests
{
    [Theory]
    [InlineData("1978-09-30", "4 months", "1979-01-30", "1979-01-29")] // Dodds v Walker
    [InlineData("1983-03-23", "2 months", "1983-05-23", "1983-05-22")] // Riley v Eurostile
    [InlineData("2025-01-31", "1 month", "2025-02-28", "2025-02-27")]
    [InlineData("2024-01-31", "1 month", "2024-02-29", "2024-02-28")]
    [InlineData("2025-08-31", "6 months", "2026-02-28", "2026-02-27")]
    [InlineData("2024-02-29", "12 months", "2025-02-28", "2025-02-27")]
    [InlineData("2024-02-29", "1 year", "2025-02-28", "2025-02-27")]
    [InlineData("2025-11-25", "1 month", "2025-12-25", "2025-12-24")]
    [InlineData("2026-03-03", "1 month", "2026-04-03", "2026-04-02")]
    [InlineData("2025-12-31", "6 months", "2026-06-30", "2026-06-29")]
    [InlineData("2026-07-01", "6 months", "2027-01-01", "2026-12-31")]
    [InlineData("1981-09-07", "3 months", "1981-12-07", "1981-12-06")] // Swainston v Hetton Victory Club
    [InlineData("2026-03-02", "14 days", "2026-03-16", "2026-03-15")]
    [InlineData("2026-03-02", "2 weeks", "2026-03-16", "2026-03-15")]
    public void A_period_ends_on_the_corresponding_date_and_a_day_earlier_where_it_begins_with_the_first(
        string start, string period, string due, string beginningWith)
    {
        DueDates.Due(Day(start), Terms(period), Calendar).ShouldBe(Day(due));
        DueDates.Due(Day(start), Terms(period, beginningWith: true), Calendar).ShouldBe(Day(beginningWith));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-02-27")] // a Saturday
    [InlineData("2025-12-25", "2025-12-24")]
    [InlineData("2026-04-03", "2026-04-02")] // Good Friday
    [InlineData("2027-01-01", "2026-12-31")]
    [InlineData("2013-06-29", "2013-06-28")]
    [InlineData("2026-06-30", "2026-06-30")]
    public void The_working_day_target_is_the_last_working_day_on_or_before_the_due_date(string due, string target) =>
        Calendar.LastWorkingDayOnOrBefore(Day(due)).ShouldBe(Day(target));

    [Theory]
    [InlineData("2025-01-31", "1 month", "2025-03-01")]
    [InlineData("2025-01-28", "1 month", "2025-02-28")]
    [InlineData("2024-02-29", "1 year", "2025-03-01")]
    [InlineData("2025-12-31", "6 months", "2026-07-01")]
    public void Rounded_up_a_month_without_the_date_ends_on_the_first_of_the_next(string start, string period, string due) =>
        DueDates.Due(Day(start), Terms(period, rounding: MonthRounding.Up), Calendar).ShouldBe(Day(due));

    [Fact]
    public void A_period_counts_from_its_own_start_and_never_from_a_clamped_date()
    {
        var decided = DueDates.Due(Day("2025-01-31"), Terms("1 month"), Calendar);

        DueDates.Due(decided, Terms("6 months"), Calendar).ShouldBe(Day("2025-08-28"));
        DueDates.Due(Day("2025-01-31"), Terms("2 months"), Calendar).ShouldBe(Day("2025-03-31"));
    }

    [Theory]
    [InlineData("2025-08-31", Roll.None, "2026-02-28")]
    [InlineData("2025-08-31", Roll.NextWorkingDay, "2026-03-02")]
    [InlineData("2025-08-31", Roll.PreviousWorkingDay, "2026-02-27")]
    [InlineData("2025-10-03", Roll.NextWorkingDay, "2026-04-07")] // Good Friday to the Tuesday after Easter
    [InlineData("2025-10-03", Roll.PreviousWorkingDay, "2026-04-02")]
    public void A_due_date_moves_off_a_day_that_is_not_a_working_day_only_where_the_rule_says_so(string start, Roll roll, string due) =>
        DueDates.Due(Day(start), Terms("6 months", roll: roll), Calendar).ShouldBe(Day(due));

    [Theory]
    [InlineData("2026-04-01", "1 working day", "2026-04-02", "2026-04-01")]
    [InlineData("2026-04-02", "1 working day", "2026-04-07", "2026-04-02")] // over Easter
    [InlineData("2026-04-03", "1 working day", "2026-04-07", "2026-04-07")] // from Good Friday
    [InlineData("2025-12-23", "5 working days", "2026-01-02", "2025-12-31")] // over Christmas and New Year
    [InlineData("2022-09-16", "1 working day", "2022-09-20", "2022-09-16")] // over a proclaimed day
    public void Working_days_leave_out_weekends_and_holidays(string start, string period, string due, string beginningWith)
    {
        DueDates.Due(Day(start), Terms(period), Calendar).ShouldBe(Day(due));
        DueDates.Due(Day(start), Terms(period, beginningWith: true), Calendar).ShouldBe(Day(beginningWith));
    }

    [Theory]
    [InlineData("2025-01-31", "1 month", true)]
    [InlineData("2025-01-28", "1 month", false)]
    [InlineData("2024-01-29", "1 month", false)]
    [InlineData("2025-01-29", "1 month", true)]
    [InlineData("2024-02-29", "1 year", true)]
    [InlineData("2024-02-29", "4 years", false)]
    [InlineData("2025-01-31", "28 days", false)]
    public void A_limit_is_clamped_where_the_corresponding_date_does_not_exist(string start, string period, bool clamped) =>
        DueDates.IsClamped(Day(start), Terms(period)).ShouldBe(clamped);

    [Theory]
    [InlineData("2027-12-31", "5 working days", Roll.None, false)]
    [InlineData("2028-01-01", "5 working days", Roll.None, true)]
    [InlineData("2028-06-01", "6 months", Roll.None, false)]
    [InlineData("2028-06-01", "6 months", Roll.NextWorkingDay, true)]
    [InlineData("2027-12-30", "6 months", Roll.PreviousWorkingDay, false)]
    [InlineData("2027-12-31", "6 months", Roll.PreviousWorkingDay, true)] // it may have moved back from Monday 3 January 2028, which is not yet proclaimed
    public void A_date_that_rests_on_working_days_beyond_the_known_holidays_is_provisional(string due, string period, Roll roll, bool provisional) =>
        DueDates.IsProvisional(Day(due), Terms(period, roll: roll), Calendar).ShouldBe(provisional);

    [Theory]
    [InlineData("2025-01", "1 month", "2025-02-01/2025-02-28")]
    [InlineData("by 2025-01-31", "1 month", "../2025-02-28")]
    [InlineData("after 2025-01-31", "1 month", "2025-03-01/..")]
    [InlineData("2025-01-31", "1 month", "2025-02-28")]
    [InlineData("", "6 months", "../..")]
    public void A_start_known_in_part_gives_a_due_date_known_in_part_with_both_ends(string start, string period, string due) =>
        DueDates.Due(Date(start), Terms(period), Calendar).ToString().ShouldBe(due);

    [Theory]
    [InlineData("1 day")]
    [InlineData("1200 weeks")]
    [InlineData("1200 months")]
    [InlineData("1200 years")]
    [InlineData("1200 working days")]
    public void A_due_date_beyond_the_last_day_of_the_calendar_stays_on_it(string period)
    {
        foreach (var roll in Enum.GetValues<Roll>())
        {
            DueDates.Due(DateOnly.MaxValue, Terms(period, roll: roll), Calendar).ShouldBe(DateOnly.MaxValue);
            DueDates.Due(DateOnly.MaxValue.AddDays(-3), Terms("1200 years", roll: roll), Calendar).ShouldBe(DateOnly.MaxValue);
        }
    }
}
