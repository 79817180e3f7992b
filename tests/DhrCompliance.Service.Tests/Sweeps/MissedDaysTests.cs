namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary>What fell due while nothing ran is told once, and says so.</summary>
public sealed class MissedDaysTests : IDisposable
{
    private readonly SweptBorough _borough = new();

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void After_days_without_a_sweep_the_mail_says_since_when_and_why_it_comes_only_now()
    {
        _borough.Sweep("2026-09-30").Count.ShouldBe(2);

        _borough.Sweep("2026-10-30").ShouldAllBe(mail => mail.EndsWith("Overdue: decide whether to hold a review (29 days)", StringComparison.Ordinal));

        _borough.Texts("2026-10-30").ShouldContain(
            "It became overdue on Friday 2 October 2026, and this step fell due on Thursday 29 October 2026; found on Friday 30 October 2026,"
            + " because no sweep ran from Thursday 1 October 2026 to Thursday 29 October 2026.");
        _borough.Sweep("2026-10-31").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_recorded_late_is_not_blamed_on_sweeps_that_ran()
    {
        _borough.Sweep("2026-09-09");
        _borough.Do("2026-09-10", "event", "add", SweptBorough.Reference, "csp-chair-notified", "2026-07-01");

        _borough.Sweep("2026-09-11").ShouldNotBeEmpty();

        _borough.Texts("2026-09-11").ShouldContain("It is overdue by");
        _borough.Texts("2026-09-11").ShouldNotContain("no sweep ran");
    }

    [Fact]
    public void A_step_found_on_its_own_day_says_nothing_of_days_before_and_one_found_later_does()
    {
        _borough.Sweep("2026-09-16").ShouldBeEmpty();
        _borough.Do("2026-09-17", "event", "add", SweptBorough.Reference, "decision", "2026-09-17", "--attr", "outcome=review");
        _borough.Sweep("2026-09-18");
        _borough.Sweep("2027-03-05");

        // Due on Wednesday 17 March 2027; its reminder fell due on Wednesday 3 March, its overdue step on Thursday 18 March.
        _borough.Sweep("2027-03-17");
        _borough.Sweep("2027-03-18");
        _borough.Texts("2027-03-18").ShouldNotContain("no sweep ran");
        _borough.Texts("2027-03-05").ShouldContain("It became due soon on Wednesday 3 March 2027; found on Friday 5 March 2027");
    }
}
