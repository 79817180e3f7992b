using System.Xml.Linq;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Reports.Handbooks;

namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed class QuarterTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    private static readonly DateOnly Now = new(2026, 11, 20);

    [Theory]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-q3", "2026-07-01", "2026-09-30")]
    [InlineData("2024-Q4", "2024-10-01", "2024-12-31")]
    public void A_quarter_is_one_of_the_calendar_year(string text, string first, string last)
    {
        Quarter.TryParse(text, out var quarter).ShouldBeTrue();

        (quarter.First.ToString("yyyy-MM-dd"), quarter.Last.ToString("yyyy-MM-dd")).ShouldBe((first, last));
        (Quarter.Of(quarter.First), Quarter.Of(quarter.Last), Quarter.Of(quarter.Last.AddDays(1))).ShouldBe((quarter, quarter, Quarter.Of(quarter.First.AddMonths(3))));
    }

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026Q3")]
    [InlineData("26-Q3")]
    [InlineData("2026-Q33")]
    [InlineData("Q3")]
    [InlineData("١٢٣٤-Q1")]
    public void Anything_else_is_asked_for_again(string text) =>
        register.Fails("report", "board", "--partnership", "harrowmere", "--quarter", text).ShouldContain("such as 2026-Q4");

    [Fact]
    public void A_quarter_ahead_is_asked_for_again() =>
        register.Fails("report", "board", "--partnership", "harrowmere", "--quarter", "2027-Q1").ShouldContain("begins on 2027-01-01");

    [Fact]
    public void Actions_are_counted_by_what_the_vocabulary_says_of_them_and_by_age()
    {
        var page = register.Page("report", "board", "--partnership", "harrowmere");

        DemoRegister.Rows(page, "Each of these is an action of the action plan: by lead agency").ShouldContain(row => row[0] == "harrowmere-nhs");
        var ages = DemoRegister.Rows(page, "Each of these is an action of the action plan: by age");
        ages.Select(row => row[0]).ShouldContain("up to 3 months over");
        foreach (var row in ages)
        {
            row[2..5].Sum(cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(int.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Each_live_review_has_a_sheet_of_its_own()
    {
        var page = register.Page("report", "board", "--partnership", "harrowmere");

        page.Descendants("div").Count(part => part.Attribute("class")?.Value == "sheet").ShouldBe(DemoRegister.Rows(page, "Progress of each live review").Count);
        DemoRegister.Body(page).ShouldContain("The quarter 2026-Q4 runs until Thursday 31 December 2026");
    }

    [Fact]
    public async Task What_changed_since_last_quarter_is_told_from_two_assessments()
    {
        var page = await Page(Now, new DateOnly(2026, 9, 30));

        var changes = DemoRegister.Rows(page, "Since Wednesday 30 September 2026");
        changes.ShouldContain(row => row[0] == "HAR-01" && row[1] == "Decide whether to hold a review" && row[3].EndsWith("overdue", StringComparison.Ordinal) && !row[2].EndsWith("overdue", StringComparison.Ordinal));
        changes.ShouldNotContain(row => row[2] == row[3] && !row[4].Contains("was", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_lies_between_nothing_has_changed() =>
        DemoRegister.Body(await Page(Now, Now)).ShouldContain("0 duties and checks stand otherwise");

    [Fact]
    public void Where_nothing_was_known_then_it_says_so() =>
        DemoRegister.Body(register.Page("report", "board", "--partnership", "harrowmere", "--known-at", "2999-01-01")).ShouldContain("nothing to compare with");

    private async Task<XDocument> Page(DateOnly now, DateOnly before)
    {
        var compiled = CompiledRulebook.Compile(HandbookPages.ShippedRules);
        using var ledger = LedgerDatabase.Open(register.Path("demo/register.db"), OpenMode.ReadOnly, new Ledger.ManualClock());
        var files = ledger.CaseFiles().ToList();
        var terms = new PageTerms { Kind = "board", Heading = "Reviews", AsOf = now };
        var report = QuarterReportMaker.Of(
            Quarter.Of(now), [.. CaseAssessor.Assess(files, compiled, now, [])], [.. CaseAssessor.Assess(files, compiled, before, [])], compiled.Rulebook, terms, new Dictionary<string, string>());
        return DemoRegister.Parsed(await HousePages.RenderAsync(report));
    }
}
