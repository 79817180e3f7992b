using DhrCompliance.Service.Reports;

namespace DhrCompliance.Service.Tests.Reports;

public sealed class StateSummaryTests
{
    [Fact]
    public void What_needs_somebody_comes_first_and_what_is_quiet_last() =>
        StateSummary.Of(new Dictionary<string, int> { ["not-yet"] = 9, ["met"] = 4, ["cannot-tell"] = 3, ["due-soon"] = 2, ["overdue"] = 1, ["fails"] = 1 })
            .ShouldBe("1 fails, 1 overdue, 2 due-soon, 3 cannot-tell, 4 met, 9 not-yet");

    [Fact]
    public void Where_there_is_no_row_it_says_so() => StateSummary.Of(new Dictionary<string, int>()).ShouldBe("nothing");
}
