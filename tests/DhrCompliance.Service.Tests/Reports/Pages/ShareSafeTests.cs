namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed class ShareSafeTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    // HAR-06's death is on 27 June 2023 in the sample borough as of 20 November 2026.
    private const string Day = "27 Jun 2023";

    [Theory]
    [InlineData("overview")]
    [InlineData("board")]
    public void Of_a_death_only_the_month_is_told(string kind)
    {
        var whole = Body(kind);
        var safe = Body(kind, "--share-safe");

        whole.ShouldContain(Day);
        safe.ShouldNotContain(Day);
        safe.ShouldContain("Jun 2023");
        safe.ShouldContain("Edition for other boards");
    }

    [Theory]
    [InlineData("overview")]
    [InlineData("board")]
    [InlineData("library")]
    public void Every_review_is_still_there_and_stands_as_it_does(string kind)
    {
        var safe = Body(kind, "--share-safe");

        foreach (var reference in new[] { "HAR-01", "HAR-06", "HAR-14" })
        {
            safe.ShouldContain(reference);
        }

        if (kind != "library")
        {
            safe.ShouldContain("Of 16 live reviews, 4 have something overdue or out of order");
        }
    }

    private string Body(string kind, params string[] more) =>
        DemoRegister.Body(register.Page(["report", kind, "--partnership", "harrowmere", .. more])).Replace('\u00A0', ' ');
}
