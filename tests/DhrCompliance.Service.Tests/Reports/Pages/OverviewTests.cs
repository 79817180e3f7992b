using System.Xml.Linq;

namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed class OverviewTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    private readonly Lazy<XDocument> _page = new(() => register.Page("report", "overview", "--partnership", "harrowmere"));

    [Fact]
    public void It_says_first_how_many_reviews_have_something_overdue()
    {
        var text = DemoRegister.Text(_page.Value.Root!);

        text.ShouldContain("Of 16 live reviews, 4 have something overdue or out of order");
        text.ShouldContain("Safer Harrowmere Partnership · as of Friday 20 November 2026");
        text.ShouldContain("Demonstration. The borough, its reviews and every date are made up.");
    }

    [Fact]
    public void Each_review_has_a_row_with_its_picture_and_the_same_in_words()
    {
        var rows = DemoRegister.Rows(_page.Value, "Live reviews");

        rows.Select(row => row[0]).ShouldContain("HAR-04");
        rows.Count.ShouldBe(16);
        var paused = rows.Single(row => row[0] == "HAR-04");
        paused[5].ShouldContain("(criminal proceedings)");
        rows.Single(row => row[0] == "HAR-02")[4].ShouldContain("Complete the overview report (now ");
        rows.Single(row => row[0] == "HAR-06")[6].ShouldContain("days");
        _page.Value.Descendants("svg").Count(svg => svg.Attribute("class")?.Value == "strip").ShouldBe(rows.Count + DemoRegister.Rows(_page.Value, "Closed reviews").Count);
    }

    [Fact]
    public void What_is_due_and_what_to_answer_stand_below()
    {
        DemoRegister.Rows(_page.Value, "Due in the next 60 days").ShouldContain(row => row[0] == "HAR-12" && row[1] == "Decide whether to hold a review");
        DemoRegister.Rows(_page.Value, "Questions to answer").ShouldContain(row => row[0] == "HAR-19");
    }

    [Fact]
    public void It_stands_alone_and_holds_nobodys_address()
    {
        _page.Value.Descendants().Where(element => element.Name.LocalName is "script" or "link" or "img").ShouldBeEmpty();
        _page.Value.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").ShouldAllBe(attribute => attribute.Value.StartsWith('#'));
        DemoRegister.Body(_page.Value).ShouldNotContain("@");
        DemoRegister.Body(_page.Value).ShouldNotContain("suicide");
    }

    [Fact]
    public void The_same_register_gives_the_same_page() =>
        register.Made("report", "overview").ShouldBe(register.Made("report", "overview"));

    [Fact]
    public void The_other_partnerships_reviews_are_not_in_it() =>
        DemoRegister.Rows(_page.Value, "Live reviews").ShouldNotContain(row => row[0] == "TBK-01");
}
