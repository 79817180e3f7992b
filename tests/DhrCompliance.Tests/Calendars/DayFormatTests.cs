using DhrCompliance.Calendars;

namespace DhrCompliance.Tests.Calendars;

public sealed class DayFormatTests
{
    [Theory]
    [InlineData("dd/MM/yyyy", "31/07/2013", "2013-07-31")]
    [InlineData("dd/MM/yyyy", "07/11/2013", "2013-11-07")]
    [InlineData("MM/dd/yyyy", "07/11/2013", "2013-07-11")]
    [InlineData("d.M.yyyy", "7.11.2013", "2013-11-07")]
    [InlineData("dd-MMM-yyyy", "07-Nov-2013", "2013-11-07")]
    [InlineData("dd/MM/yyyy", "by 31/07/2013", "../2013-07-31")]
    [InlineData("dd/MM/yyyy", "01/07/2013/31/07/2013", "2013-07-01/2013-07-31")]
    [InlineData("dd/MM/yyyy", "01/07/2013/..", "2013-07-01/..")]
    [InlineData("dd/MM/yyyy", "2013-07-31", "2013-07-31")]
    [InlineData("dd/MM/yyyy", "2013-07", "2013-07-01/2013-07-31")]
    public void Days_are_read_as_the_file_declares_them(string pattern, string text, string days)
    {
        PartialDate.TryParse(text, Declared(pattern), out var interval, out var expected).ShouldBeTrue(expected);

        interval.ToString().ShouldBe(days);
    }

    [Theory]
    [InlineData("dd/MM/yyyy", "07/31/2013", "a day as dd/MM/yyyy: the month stands first here; write 2013-07-31")]
    [InlineData("dd/MM/yyyy", "31/06/2013", "a day that exists")]
    [InlineData("dd/MM/yyyy", "1/7/2013", "a day as dd/MM/yyyy")]
    [InlineData("dd/MM/yyyy", "Jul-13", "2013-07, if that month is meant")]
    [InlineData("dd/MM/yyyy", "soon", "a day (2026-03-31 or dd/MM/yyyy)")]
    public void A_day_not_written_as_declared_is_refused(string pattern, string text, string says)
    {
        PartialDate.TryParse(text, Declared(pattern), out _, out var expected).ShouldBeFalse();

        expected.ShouldStartWith(says);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("dd/MM")]
    [InlineData("dd/MM/yy")]
    [InlineData("dd/dd/yyyy")]
    [InlineData("dd/mm/yyyy")]
    [InlineData("dd/MM/yyyy HH:mm")]
    [InlineData("ddMMyyyy")]
    public void A_pattern_that_leaves_something_to_guess_cannot_be_declared(string? pattern)
    {
        DayFormat.TryDeclare(pattern, out var format, out var expected).ShouldBeFalse();

        format.ShouldBeNull();
        expected.ShouldContain("dd/MM/yyyy");
    }

    private static DayFormat Declared(string pattern) =>
        DayFormat.TryDeclare(pattern, out var format, out var expected) ? format : throw new FormatException(expected);
}
