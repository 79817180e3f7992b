using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using static DhrCompliance.Tests.Assessments.Explaining.Sample;

namespace DhrCompliance.Tests.Assessments.Explaining;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2013-05-29", "2013-05-29", "on Wednesday 29 May 2013")]
    [InlineData("2013-07-01", "2013-07-31", "in July 2013")]
    [InlineData("2024-02-01", "2024-02-29", "in February 2024")]
    [InlineData("2023-01-01", "2023-12-31", "in 2023")]
    [InlineData("2013-07-01", "2013-07-30", "between Monday 1 July 2013 and Tuesday 30 July 2013")]
    [InlineData("2013-07-02", "2013-07-31", "between Tuesday 2 July 2013 and Wednesday 31 July 2013")]
    [InlineData("2013-07-01", "2014-07-31", "between Monday 1 July 2013 and Thursday 31 July 2014")]
    [InlineData("2022-01-01", "2023-12-31", "between Saturday 1 January 2022 and Sunday 31 December 2023")]
    public void An_interval_is_said_as_a_person_would(string earliest, string latest, string words) =>
        DateWords.When(Between(earliest, latest)).ShouldBe(words);

    [Fact]
    public void Open_ends_are_by_after_or_not_recorded()
    {
        DateWords.When(By("2013-07-11")).ShouldBe("by Thursday 11 July 2013");
        DateWords.When(DateInterval.From(Day("2013-07-11"))).ShouldBe("on or after Thursday 11 July 2013");
        DateWords.When(DateInterval.Unknown).ShouldBe("on a day that is not recorded");
        DateWords.Limit(DateInterval.Unknown).ShouldBe("a day that is not recorded");
        DateWords.Limit(Between("2013-07-01", "2013-07-31")).ShouldBe("a day in July 2013");
    }
}
