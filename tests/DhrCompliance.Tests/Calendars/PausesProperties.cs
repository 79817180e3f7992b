using DhrCompliance.Calendars;
using FsCheck;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Calendars.Days;

namespace DhrCompliance.Tests.Calendars;

public sealed class PausesProperties
{
    private static readonly DateOnly First = new(2024, 2, 20);

    private static readonly Gen<DateOnly> Near = Gen.Choose(0, 60).Select(First.AddDays);

    private static readonly Gen<PausedDays> Paused =
        from start in Near
        from length in Gen.Frequency((9, Gen.Choose(0, 25)), (1, Gen.Constant(-1)))
        select new PausedDays(start, length < 0 ? DateOnly.MaxValue : start.AddDays(length));

    private static readonly Gen<DateInterval> NearInterval =
        from start in Near from width in Gen.Choose(0, 3) select new DateInterval(start, start.AddDays(width));

    private static readonly Gen<UncertainPause> Uncertain =
        from start in NearInterval
        from length in Gen.Choose(0, 20)
        from width in Gen.Choose(0, 3)
        from certain in Gen.Elements(true, false)
        let until = start.Earliest.AddDays(length)
        select new UncertainPause(start, new DateInterval(until, until.AddDays(Math.Max(width, start.Latest.DayNumber - until.DayNumber))), certain);

    [Fact]
    public void Between_start_and_due_date_as_many_days_are_not_paused_as_the_limit_has() => Properties.Hold(
        from start in Near from limit in Gen.Choose(0, 40) from pauses in Some(Paused, 4) select (start, limit, pauses),
        value =>
        {
            var (start, limit, pauses) = value;
            var (due, days) = Pauses.Moved(start, start.AddDays(limit), pauses);
            return due == DayByDay(start, limit, pauses) && days == due.DayNumber - start.DayNumber - limit;
        },
        count: 3000);

    [Fact]
    public void Due_dates_of_what_is_known_in_part_contain_those_of_every_world() => Properties.Hold(
        from start in NearInterval from terms in AnyTerms from pauses in Some(Uncertain, 2) select (start, terms, pauses),
        value => Contains(value.start, value.terms, value.pauses),
        count: 400);

    [Fact]
    public void Every_start_around_a_29_February_is_contained_whatever_is_paused()
    {
        UncertainPause[] pauses =
        [
            new(Date("2024-02-27/2024-03-01"), Date("2024-02-29/2024-03-02"), Certain: true),
            new(Date("2024-03-10"), Date("2024-03-20/2024-03-22"), Certain: false),
        ];
        foreach (var month in new[] { "2023-12", "2024-01", "2024-02", "2024-03", "2024-02-25/2024-03-05" })
        {
            Contains(Date(month), Terms("1 month"), pauses).ShouldBeTrue(month);
            Contains(Date(month), Terms("5 working days"), pauses).ShouldBeTrue(month);
            Contains(Date(month), Terms("1 month", beginningWith: true, MonthRounding.Up, Roll.NextWorkingDay), pauses).ShouldBeTrue(month);
        }
    }

    [Fact]
    public void Bounds_of_one_uncertain_pause_are_reached_by_some_world() => Properties.Hold(
        from start in NearInterval from pause in Uncertain select (start, pause),
        value =>
        {
            var terms = Terms("14 days");
            var due = Pauses.Moved(value.start, terms, Calendar, [value.pause]);
            var each = Worlds([value.pause]).SelectMany(world => Days(value.start).Select(day => Pauses.Moved(day, terms, Calendar, world).Due)).ToList();
            return each.Min() == due.Earliest && each.Max() == due.Latest;
        },
        count: 200);

    private static bool Contains(DateInterval start, LimitTerms terms, UncertainPause[] pauses)
    {
        var due = Pauses.Moved(start, terms, Calendar, pauses);
        return Worlds(pauses).All(world => Days(start).All(day => due.Contains(Pauses.Moved(day, terms, Calendar, world).Due)));
    }

    private static IEnumerable<PausedDays[]> Worlds(UncertainPause[] pauses)
    {
        if (pauses.Length == 0)
        {
            return [[]];
        }

        var first = from day in Days(pauses[0].From) from until in Days(pauses[0].Until) where until >= day select new PausedDays(day, until);
        var rest = Worlds(pauses[1..]).ToList();
        var with = from pause in first from others in rest select others.Append(pause).ToArray();
        return pauses[0].Certain ? with : with.Concat(rest);
    }

    private static DateOnly DayByDay(DateOnly start, int limit, PausedDays[] pauses)
    {
        var day = start;
        var left = limit;
        while (left > 0)
        {
            if (pauses.Any(pause => pause.From <= day && pause.Until == DateOnly.MaxValue))
            {
                return DateOnly.MaxValue;
            }

            left -= pauses.Any(pause => pause.From <= day && day < pause.Until) ? 0 : 1;
            day = day.AddDays(1);
        }

        return day;
    }

    private static IEnumerable<DateOnly> Days(DateInterval interval) => Enumerable.Range(0, interval.Width + 1).Select(interval.Earliest.AddDays);

    private static Gen<T[]> Some<T>(Gen<T> one, int most) => Gen.Choose(0, most).SelectMany(count => Gen.ArrayOf(one, count));
}
