using DhrCompliance.Calendars;
using static DhrCompliance.Tests.Calendars.Days;

namespace DhrCompliance.Tests.Calendars;

public sealed class PausesTests
{
    // Six months from 10 January 2026.
    private static readonly DateOnly Start = Day("2026-01-10");
    private static readonly DateOnly Due = Day("2026-07-10");

    [Theory]
    [InlineData("2026-03-01", "2026-03-11", "2026-07-20", 10)] // [start, end): ten days
    [InlineData("2026-03-01", "2026-03-01", "2026-07-10", 0)] // ended on the day it began
    [InlineData("2026-01-01", "2026-01-10", "2026-07-10", 0)] // over before the start
    [InlineData("2026-01-01", "2026-01-11", "2026-07-11", 1)] // the day of the start counts
    [InlineData("2026-01-01", "2026-01-20", "2026-07-20", 10)] // only days on or after the start count
    [InlineData("2026-07-09", "2026-08-09", "2026-08-10", 31)] // begun on the last day before the due date
    [InlineData("2026-07-10", "2026-08-10", "2026-07-10", 0)] // begun on the due date: no day of it lies before
    [InlineData("2026-07-11", "2026-08-11", "2026-07-10", 0)] // begun after the due date: cures nothing
    public void A_pause_moves_the_due_date_by_its_days_between_the_start_and_the_due_date(string from, string until, string due, int days) =>
        Pauses.Moved(Start, Due, [Pause(from, until)]).ShouldBe((Day(due), days));

    [Fact]
    public void Overlapping_pauses_count_once() =>
        Pauses.Moved(Start, Due, [Pause("2026-03-01", "2026-03-11"), Pause("2026-03-06", "2026-03-16"), Pause("2026-03-07", "2026-03-09")])
            .ShouldBe((Day("2026-07-25"), 15));

    [Fact]
    public void Pauses_that_touch_count_as_one() =>
        Pauses.Moved(Start, Due, [Pause("2026-03-11", "2026-03-21"), Pause("2026-03-01", "2026-03-11")]).ShouldBe((Day("2026-07-30"), 20));

    [Fact]
    public void A_pause_begun_before_the_due_date_as_moved_so_far_moves_it_further() =>
        Pauses.Moved(Start, Due, [Pause("2026-07-19", "2026-07-29"), Pause("2026-03-01", "2026-03-11")]).ShouldBe((Day("2026-07-30"), 20));

    [Fact]
    public void A_pause_begun_on_the_due_date_as_moved_so_far_moves_nothing_further() =>
        Pauses.Moved(Start, Due, [Pause("2026-07-20", "2026-07-30"), Pause("2026-03-01", "2026-03-11")]).ShouldBe((Day("2026-07-20"), 10));

    [Fact]
    public void A_pause_that_has_not_ended_leaves_no_due_date() =>
        Pauses.Moved(Start, Due, [new PausedDays(Day("2026-07-09"), DateOnly.MaxValue)]).Due.ShouldBe(DateOnly.MaxValue);

    [Fact]
    public void A_pause_begun_too_late_leaves_the_due_date_even_where_it_has_not_ended() =>
        Pauses.Moved(Start, Due, [new PausedDays(Day("2026-07-11"), DateOnly.MaxValue)]).ShouldBe((Due, 0));

    [Fact]
    public void Without_pauses_nothing_moves() => Pauses.Moved(Start, Due, []).ShouldBe((Due, 0));

    [Theory]
    [InlineData(Roll.None, "2026-08-09", 30)] // a Sunday
    [InlineData(Roll.NextWorkingDay, "2026-08-10", 30)]
    [InlineData(Roll.PreviousWorkingDay, "2026-08-07", 30)]
    public void A_due_date_that_moves_off_weekends_moves_off_them_after_the_pauses_too(Roll roll, string due, int days) =>
        Pauses.Moved(Start, Terms("6 months", roll: roll), Calendar, [Pause("2026-03-01", "2026-03-31")]).ShouldBe((Day(due), days));

    [Fact]
    public void An_earlier_start_can_be_due_later_because_a_pause_counts_from_the_start_on() =>
        Pauses.Moved(Date("2026-01-01/2026-01-10"), Terms("1 month"), Calendar, [Certain("2026-01-01", "2026-01-10")])
            .ToString().ShouldBe("2026-02-10");

    [Fact]
    public void The_latest_due_date_can_come_of_a_start_between_the_ends() =>
        Pauses.Moved(Date("2026-01-01/2026-01-20"), Terms("5 days"), Calendar, [Certain("2026-01-10", "2026-02-10")])
            .ToString().ShouldBe("2026-01-06/2026-02-15");

    [Fact]
    public void A_pause_that_may_not_have_been_widens_the_due_date() =>
        Pauses.Moved(Date("2026-01-10"), Terms("6 months"), Calendar, [new(Date("2026-03-01"), Date("2026-03-11"), Certain: false)])
            .ToString().ShouldBe("2026-07-10/2026-07-20");

    [Fact]
    public void A_pause_whose_end_is_not_known_leaves_the_latest_due_date_open() =>
        Pauses.Moved(Date("2026-01-10"), Terms("6 months"), Calendar, [new(Date("2026-03-01"), Date("after 2026-04-30"), Certain: true)])
            .ToString().ShouldBe("2026-09-09/..");

    [Theory]
    [InlineData("", "../..")]
    [InlineData("by 2026-01-10", "../2026-07-20")]
    [InlineData("after 2026-01-09", "2026-07-10/..")]
    [InlineData("2009/2026", "2009-07-01/2027-07-10")]
    public void A_start_that_is_open_or_known_very_badly_gets_bounds_that_are_safe(string start, string due) =>
        Pauses.Moved(Date(start), Terms("6 months"), Calendar, [Certain("2026-01-01", "2026-01-11")]).ToString().ShouldBe(due);

    private static PausedDays Pause(string from, string until) => new(Day(from), Day(until));

    private static UncertainPause Certain(string from, string until) => new(Date(from), Date(until), Certain: true);
}
