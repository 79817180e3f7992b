using DhrCompliance.Calendars;
using FsCheck.Fluent;

namespace DhrCompliance.Tests.Calendars;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("6 months", 6, PeriodUnit.Months)]
    [InlineData("1 month", 1, PeriodUnit.Months)]
    [InlineData(" 14 days ", 14, PeriodUnit.Days)]
    [InlineData("1 day", 1, PeriodUnit.Days)]
    [InlineData("2 weeks", 2, PeriodUnit.Weeks)]
    [InlineData("1 year", 1, PeriodUnit.Years)]
    [InlineData("5 working days", 5, PeriodUnit.WorkingDays)]
    [InlineData("1 working day", 1, PeriodUnit.WorkingDays)]
    [InlineData("1200 months", 1200, PeriodUnit.Months)]
    public void A_period_is_read_as_it_is_spoken(string text, int count, PeriodUnit unit)
    {
        PeriodText.TryParse(text, out var period, out _).ShouldBeTrue();

        period.ShouldBe(new Period(count, unit));
    }

    [Theory]
    [InlineData("1 months", "'1 month'")]
    [InlineData("6 month", "'6 months'")]
    [InlineData("1 working days", "'1 working day'")]
    [InlineData("0 days", "a whole number from 1 to 1200 before 'days'")]
    [InlineData("1201 days", "a whole number from 1 to 1200 before 'days'")]
    [InlineData("99999999999 months", "a whole number from 1 to 1200 before 'months'")]
    [InlineData("six months", "a period such as 6 months")]
    [InlineData("-6 months", "a period such as 6 months")]
    [InlineData("6.5 months", "a period such as 6 months")]
    [InlineData("6months", "a period such as 6 months")]
    [InlineData("6 moons", "a period such as 6 months")]
    [InlineData("6", "a period such as 6 months")]
    [InlineData("", "a period such as 6 months")]
    [InlineData(null, "a period such as 6 months")]
    public void What_is_no_period_is_refused_with_what_to_write_instead(string? text, string says)
    {
        PeriodText.TryParse(text, out var period, out var expected).ShouldBeFalse();

        period.ShouldBeNull();
        expected.ShouldStartWith(says);
    }

    [Fact]
    public void Every_period_that_is_written_is_read_back_as_it_was() => Properties.Hold(
        from count in Gen.Choose(1, 1200) from unit in Gen.Elements(Enum.GetValues<PeriodUnit>()) select new Period(count, unit),
        period => PeriodText.TryParse(PeriodText.Of(period), out var read, out _) && read == period);
}
