using DhrCompliance.Service.Reports;
using DhrCompliance.Tests.Assessments.Explaining;

namespace DhrCompliance.Service.Tests.Reports;

public sealed class ConsoleSummaryTests
{
    [Fact]
    public void A_sweep_is_told_in_plain_words()
    {
        var states = new StateCounts();
        states.Add(SampleRules.TheAssessment);
        var figures = new SweepFigures(Sample.Day("2026-11-20"), false, 21, 1, 12, 7, 2, 1, ["chief-officer of HAR-01"], 0);

        ConsoleSummary.Of(figures, states).ShouldBe(
        [
            "21 cases looked at as of Friday 20 November 2026; 1 assessment changed.",
            "Live: 1 fails, 1 overdue, 1 cannot tell, 1 not started.",
            "12 notices in 7 mails; 2 of the mails wait for a person to release them.",
            "1 earlier notice no longer stands; those who were told are told so.",
            "No address: chief-officer of HAR-01.",
        ]);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_and_that_nothing_was_written()
    {
        var figures = new SweepFigures(Sample.Day("2026-11-20"), true, 1, 0, 0, 0, 0, 0, [], 1);

        ConsoleSummary.Of(figures).ShouldBe(
        [
            "1 case looked at as of Friday 20 November 2026; 0 assessments would change.",
            "Nobody would be written to.",
            "1 thing failed; each is listed above.",
            "Nothing was written: this was a dry run.",
        ]);
    }

    [Fact]
    public void The_demonstration_says_where_everything_lies_and_what_to_try_next()
    {
        var lines = ConsoleSummary.Demo("demo/register.db", "demo/outbox", 9, "demo/report.html", "HAR-06").ToList();

        lines[0].ShouldBe("The sample borough is ready. Everything in it is made up.");
        lines.ShouldContain("  The mails        demo/outbox (9 mails; any mail program opens them)");
        lines.ShouldContain("  dhr explain HAR-06 --ledger demo/register.db");
    }
}
