using DhrCompliance.Calendars;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Calendars.Days;

namespace DhrCompliance.Tests.Calendars;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2026-03-31", "2026-03-31")]
    [InlineData(" 2026-03-31 ", "2026-03-31")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2013-07", "2013-07-01/2013-07-31")]
    [InlineData("2024-02", "2024-02-01/2024-02-29")]
    [InlineData("2013", "2013-01-01/2013-12-31")]
    [InlineData("by 2013-07-11", "../2013-07-11")]
    [InlineData("by 2013-07", "../2013-07-31")]
    [InlineData("By 2013", "../2013-12-31")]
    [InlineData("after 2013-07-11", "2013-07-12/..")]
    [InlineData("after 2013-07", "2013-08-01/..")]
    [InlineData("after 2013", "2014-01-01/..")]
    [InlineData("2013-07-01/2013-07-15", "2013-07-01/2013-07-15")]
    [InlineData("2013-03/2013-08", "2013-03-01/2013-08-31")]
    [InlineData("2013 / 2014-02", "2013-01-01/2014-02-28")]
    [InlineData("../2013-07", "../2013-07-31")]
    [InlineData("2013-07/..", "2013-07-01/..")]
    [InlineData("../..", "../..")]
    [InlineData("", "../..")]
    [InlineData("  ", "../..")]
    [InlineData(null, "../..")]
    public void A_date_known_in_part_is_read_as_the_days_it_can_be(string? text, string days)
    {
        PartialDate.TryParse(text, out var interval, out var expected).ShouldBeTrue();

        interval.ToString().ShouldBe(days);
        expected.ShouldBeNull();
    }

    [Theory]
    [InlineData("Jul-13", "2013-07, if that month is meant: a spreadsheet makes 'Jul-13' of it")]
    [InlineData("by Jul-13", "2013-07, if that month is meant")]
    [InlineData("Sep-98", "1998-09, if that month is meant")]
    [InlineData("July 2013", "the month in figures: 2013-07")]
    [InlineData("11 July 2013", "the day in figures: 2013-07-11")]
    [InlineData("11-Jul-2013", "the day in figures: 2013-07-11")]
    [InlineData("31 June 2013", "the day in figures with its year")]
    [InlineData("13-Jul", "the day in figures with its year")]
    [InlineData("2013-06-31", "a day that exists: June 2013 has 30 days")]
    [InlineData("2023-02-29", "a day that exists: February 2023 has 28 days")]
    [InlineData("by 2013-06-31", "a day that exists: June 2013 has 30 days")]
    [InlineData("2013-06-31/2013-07-02", "a day that exists: June 2013 has 30 days")]
    [InlineData("2013-31-07", "the month before the day: 2013-07-31")]
    [InlineData("2013-13-32", "a month from 01 to 12")]
    [InlineData("2013-13", "a month from 01 to 12")]
    [InlineData("2013-7", "the month in two digits: 2013-07")]
    [InlineData("2013-7-1", "month and day in two digits: 2013-07-01")]
    [InlineData("07/11/2013", "2013-11-07 or 2013-07-11, whichever is meant")]
    [InlineData("07/31/2013", "2013-07-31: the month stands first here")]
    [InlineData("31/07/2013", "2013-07-31; or say how days are written")]
    [InlineData("07/07/2013", "2013-07-07; or say how days are written")]
    [InlineData("31.06.2013", "a day that exists")]
    [InlineData("20130711", "2013-07-11, with hyphens")]
    [InlineData("2013-07-11T00:00:00Z", "the day without a time of day: 2013-07-11")]
    [InlineData("41466", "a date: a spreadsheet counts days in numbers")]
    [InlineData("0213-07-11", "a year from 1900 to 2199")]
    [InlineData("2013-07-15/2013-07-01", "the earlier date first: 2013-07-01/2013-07-15")]
    [InlineData("1850", "a year from 1900 to 2199")]
    [InlineData("soon", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("by", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("by ..", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("by after 2013", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("/", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("2013-07-11/2013-07-12/2013-07-13", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("２０１３-07-11", "a day (2026-03-31), a month (2013-07)")]
    [InlineData("2013-07-11\0", "a day (2026-03-31), a month (2013-07)")]
    public void What_is_no_date_is_refused_with_what_to_write_instead(string text, string says)
    {
        PartialDate.TryParse(text, out var interval, out var expected).ShouldBeFalse();

        expected.ShouldStartWith(says);
        interval.ShouldBe(DateInterval.Unknown);
    }

    [Fact]
    public void A_text_of_any_length_is_refused_at_once()
    {
        PartialDate.TryParse(new string('/', 10_000_000), out _, out var expected).ShouldBeFalse();

        expected.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Every_interval_that_is_written_is_read_back_as_it_was() => Properties.Hold(
        from interval in Interval(800)
        from open in Gen.Choose(0, 3)
        select new DateInterval(
            (open & 1) == 0 ? interval.Earliest : DateOnly.MinValue,
            (open & 2) == 0 ? interval.Latest : DateOnly.MaxValue),
        interval => Date(interval.ToString()) == interval);

    [Fact]
    public void Every_month_and_year_that_is_read_spans_its_own_days_and_no_others()
    {
        for (var year = 2019; year <= 2025; year++)
        {
            Date($"{year}").Width.ShouldBe(DateTime.IsLeapYear(year) ? 365 : 364);
            for (var month = 1; month <= 12; month++)
            {
                var span = Date($"{year}-{month:00}");
                span.Earliest.AddDays(-1).Month.ShouldNotBe(month);
                span.Latest.AddDays(1).Month.ShouldNotBe(month);
                Date($"after {year}-{month:00}").Earliest.ShouldBe(span.Latest.AddDays(1));
                Date($"by {year}-{month:00}").Latest.ShouldBe(span.Latest);
            }
        }
    }
}
