using DhrCompliance.Calendars;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Calendars.Days;

namespace DhrCompliance.Tests.Calendars;

public sealed class DueDatesProperties
{
    [Fact]
    public void A_later_start_never_gives_an_earlier_due_date() => Properties.Hold(
        from terms in AnyTerms from start in InYears from later in Gen.Choose(0, 70) select (terms, start, later),
        value => DueDates.Due(value.start.AddDays(value.later), value.terms, Calendar) >= DueDates.Due(value.start, value.terms, Calendar),
        count: 2000);

    [Fact]
    public void A_due_date_is_never_before_its_start_unless_it_moves_back_or_begins_with_it() => Properties.Hold(
        from terms in AnyTerms from start in InYears select (terms, start),
        value => value.terms.Roll == Roll.PreviousWorkingDay || DueDates.Due(value.start, value.terms, Calendar) >= value.start);

    [Fact]
    public void A_holiday_added_never_makes_a_working_day_due_date_earlier() => Properties.Hold(
        from terms in AnyTerms
        where terms.Roll != Roll.PreviousWorkingDay
        from start in InYears
        from added in Gen.Choose(-3, 40)
        select (terms, start, added),
        value =>
        {
            var (terms, start, added) = value;
            var before = Holidays();
            var after = Holidays(start.AddDays(added));
            return DueDates.Due(start, terms, after) >= DueDates.Due(start, terms, before);
        },
        count: 2000);

    [Fact]
    public void An_interval_of_due_dates_is_exactly_the_span_of_those_of_its_days() => Properties.Hold(
        from terms in AnyTerms from start in Interval(120) select (terms, start),
        value =>
        {
            var due = DueDates.Due(value.start, value.terms, Calendar);
            var each = EveryDay(value.start).Select(day => DueDates.Due(day, value.terms, Calendar)).ToList();
            return each.Min() == due.Earliest && each.Max() == due.Latest;
        });

    [Fact]
    public void Every_month_and_every_year_as_a_start_contains_the_due_dates_of_all_its_days()
    {
        string[] periods = ["1 day", "3 weeks", "1 month", "6 months", "1 year", "5 working days"];
        for (var year = 2022; year <= 2025; year++)
        {
            foreach (var start in Enumerable.Range(1, 12).Select(month => Date($"{year}-{month:00}")).Append(Date($"{year}")))
            {
                foreach (var terms in periods.SelectMany(EveryTerms))
                {
                    var due = DueDates.Due(start, terms, Calendar);
                    EveryDay(start).ShouldAllBe(day => due.Contains(DueDates.Due(day, terms, Calendar)));
                }
            }
        }
    }

    private static IEnumerable<LimitTerms> EveryTerms(string period) =>
        from beginningWith in new[] { false, true }
        from rounding in Enum.GetValues<MonthRounding>()
        from roll in Enum.GetValues<Roll>()
        select Terms(period, beginningWith, rounding, roll);

    private static IEnumerable<DateOnly> EveryDay(DateInterval interval) =>
        Enumerable.Range(0, interval.Width + 1).Select(interval.Earliest.AddDays);

    private static HolidayCalendar Holidays(params DateOnly[] added) => new(
        "with some more",
        Enumerable.Range(0, 1500).Select(new DateOnly(2022, 12, 1).AddDays)
            .Where(day => Calendar.HolidayOn(day) is not null || added.Contains(day))
            .Select(day => KeyValuePair.Create(day, Calendar.HolidayOn(day) ?? "proclaimed")),
        Calendar.KnownUntil);
}
