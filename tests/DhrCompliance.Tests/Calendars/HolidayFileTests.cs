using DhrCompliance.Calendars;
using static DhrCompliance.Tests.Calendars.Days;

namespace DhrCompliance.Tests.Calendars;

public sealed class HolidayFileTests
{
    private const string Head = """
        # calendar: Here
        # jurisdictions: england, wales
        # known-until: 2027-12-31
        # source: somewhere
        # taken: 2026-11-20

        """;

    [Fact]
    public void The_holidays_of_England_and_Wales_say_where_they_are_from_and_until_when_they_are_known()
    {
        EnglandAndWales.Jurisdictions.ShouldBe(["england", "wales"]);
        EnglandAndWales.Taken.ShouldBe(Day("2026-11-20"));
        EnglandAndWales.Source.ShouldContain("Banking and Financial Dealings Act 1971");
        Calendar.Name.ShouldBe("England and Wales");
        Calendar.KnownUntil.ShouldBe(Day("2027-12-31"));
    }

    [Theory]
    [InlineData("2011-04-29")]
    [InlineData("2012-06-04")]
    [InlineData("2012-06-05")]
    [InlineData("2020-05-08")]
    [InlineData("2022-06-02")]
    [InlineData("2022-06-03")]
    [InlineData("2022-09-19")]
    [InlineData("2023-05-08")]
    [InlineData("2026-04-03")]
    [InlineData("2028-12-26")]
    public void Moved_and_proclaimed_days_and_common_law_holidays_are_not_working_days(string day)
    {
        Calendar.IsWorkingDay(Day(day)).ShouldBeFalse();
        Calendar.HolidayOn(Day(day)).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Every_year_has_its_eight_holidays_and_those_that_were_proclaimed_besides()
    {
        var more = new Dictionary<int, int> { [2011] = 1, [2012] = 1, [2022] = 2, [2023] = 1 };
        for (var year = 2010; year <= 2028; year++)
        {
            Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays)
                .Count(day => day.Year == year && Calendar.HolidayOn(day) is not null)
                .ShouldBe(8 + more.GetValueOrDefault(year), year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_file_is_read_whatever_its_line_ends_and_marks()
    {
        var text = "\uFEFF" + Head.Replace("\n", "\r\n", StringComparison.Ordinal)
            + "# a remark\r\ndate,name\r\n\r\n2026-12-25,Christmas Day\r\n2026-12-28,\"Boxing Day, moved\"\r\n";

        HolidayFile.TryParse(text, out var file, out _).ShouldBeTrue();

        file!.Calendar.HolidayOn(Day("2026-12-28")).ShouldBe("Boxing Day, moved");
    }

    [Theory]
    [InlineData("date,name\n2026-06-31,Nonsense", 7, 1, "expected a day that exists: June 2026 has 30 days")]
    [InlineData("date,name\n2026-06,Nonsense", 7, 1, "expected a day, such as 2026-03-31")]
    [InlineData("date,name\n2026-06-30", 7, 11, "expected a day and what it is called")]
    [InlineData("date,name\n2026-06-30,", 7, 12, "expected a day and what it is called")]
    [InlineData("date,name\n2026-06-30,One\n2026-06-30,Two", 8, 1, "the day 2026-06-30 is listed twice")]
    [InlineData("2026-06-30,One\n2026-06-29,Two", 6, 1, "expected the columns 'date,name'")]
    [InlineData("date,name", 6, 1, "expected at least one day below 'date,name'")]
    [InlineData("# taken: 2026-11-21\ndate,name\n2026-06-30,One", 6, 1, "'taken' is given twice")]
    public void A_mistake_is_told_with_its_line_and_column(string table, int line, int column, string says)
    {
        HolidayFile.TryParse(Head + table, out var file, out var mistakes).ShouldBeFalse();

        file.ShouldBeNull();
        mistakes[0].Message.ShouldStartWith(says);
        (mistakes[0].Line, mistakes[0].Column).ShouldBe((line, column));
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        HolidayFile.TryParse("# calendar:\n# jurisdictions: england,\n# known-until: 2027\ndate,name\nx,y\n", out _, out var mistakes).ShouldBeFalse();

        mistakes.Select(mistake => mistake.Line).ShouldBe([1, 2, 3, 5, 5, 5]);
        mistakes.Select(mistake => mistake.Message).ShouldContain("missing line '# source: ...'");
        mistakes.Select(mistake => mistake.Message).ShouldContain("missing line '# taken: ...'");
    }

    [Fact]
    public void An_empty_text_is_a_file_with_everything_missing()
    {
        HolidayFile.TryParse("", out _, out var mistakes).ShouldBeFalse();

        mistakes.Length.ShouldBe(6);
    }
}
