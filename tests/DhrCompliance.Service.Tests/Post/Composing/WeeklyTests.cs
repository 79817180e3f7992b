using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Sweeps;

namespace DhrCompliance.Service.Tests.Post.Composing;

/// <summary>The mail of the week, and the summary of what was late already. The case's first date passes on 1 October 2026, a Thursday.</summary>
public sealed class WeeklyTests : IDisposable
{
    private readonly SweptBorough _borough = new(withPost: true);

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void It_comes_on_the_first_working_day_of_each_week_also_where_nothing_is_wrong()
    {
        // The first sweep is on a Tuesday: the week's mail was owed since Monday.
        _borough.Sweep("2026-09-01").ShouldBe(["chair@example.org: This week: 1 review, nothing overdue", "team@example.org: This week: 1 review, nothing overdue"]);
        foreach (var day in new[] { "2026-09-02", "2026-09-05", "2026-09-06" })
        {
            _borough.Sweep(day).ShouldBeEmpty();
        }

        _borough.Sweep("2026-09-07").Count.ShouldBe(2);
        _borough.Sweep("2026-09-07").ShouldBeEmpty();
        _borough.Sweep("2026-09-08").ShouldBeEmpty();
        _borough.Keys().ShouldContain("weekly weekly 0 csp-team 0");
        _borough.Do("2026-09-08", "ledger", "verify");
    }

    [Fact]
    public void It_waits_for_the_end_of_a_bank_holiday_and_comes_late_rather_than_never()
    {
        // Monday 31 August 2026 is a bank holiday.
        _borough.Sweep("2026-09-04").Count.ShouldBe(2);
        _borough.Sweep("2026-12-25").ShouldBeEmpty();
        _borough.Sweep("2026-12-28").ShouldBeEmpty();
        _borough.Sweep("2026-12-29").ShouldNotBeEmpty();
        Mail("2026-12-29", "team@example.org").Notices.ShouldContain("borough|weekly|2026-W53|weekly|0|csp-team|0");
    }

    [Fact]
    public void Where_nobody_holds_the_role_no_sweep_is_a_full_one_for_it_and_whoever_comes_gets_it()
    {
        _borough.Program.Write("more/partnerships.csv", "id,name,jurisdiction\nelsewhere,Elsewhere Partnership,england\n");
        _borough.Do("2026-09-01", "import", "more");
        _borough.Do("2026-09-01", "run").ShouldNotContain("the others had not changed");
        _borough.Do("2026-09-02", "run").ShouldContain("the others had not changed");

        _borough.Program.Write("contacts/contacts.csv", "partnership,case,agency,role,email,from,until\nelsewhere,,,csp-team,other@example.org,,\n");
        _borough.Do("2026-09-03", "import", "contacts");
        _borough.Sweep("2026-09-03").ShouldBe(["other@example.org: This week: 0 reviews, nothing overdue"]);
    }

    [Fact]
    public void It_says_what_it_rests_on()
    {
        _borough.Sweep("2026-09-01");

        var text = Mail("2026-09-01", "team@example.org").Text;
        text.ShouldContain("1 review, nothing overdue, rules of 2026-09, holidays known to 20");
        text.ShouldContain("Waits for approval:");
        text.ShouldMatch(@"Audit trail: +\d+ entries, the last\s+[0-9a-f]{64}");
        text.ReplaceLineEndings(" ").ShouldContain("If it does not come, something is broken");
        _borough.Program.Write("more/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-board,board@example.org,,2026-10-01\n");
        _borough.Do("2026-09-05", "import", "more");
        _borough.Sweep("2026-09-07");
        Mail("2026-09-07", "team@example.org").Text.ReplaceLineEndings(" ").ShouldContain("on 1 Oct 2026");
    }

    [Fact]
    public void One_that_a_person_discarded_does_not_come_again()
    {
        _borough.Program.Write("data/outbox", "a file where the folder should be");
        _borough.Program.RunOn(new DateOnly(2026, 9, 1), "run").Code.ShouldBe(5);
        _borough.Do("2026-09-01", "outbox", "discard", Mail("2026-09-01", "team@example.org").Id, "--reason", "not wanted");
        File.Delete(_borough.Program.Path("data/outbox"));

        _borough.Sweep("2026-09-02").ShouldBeEmpty();
    }

    [Fact]
    public void It_goes_with_the_mail_of_the_day_where_there_is_one()
    {
        _borough.Sweep("2026-09-01");
        _borough.Sweep("2026-10-05").ShouldBe(["chair@example.org: 1 overdue", "team@example.org: 1 overdue"]);

        var mail = Mail("2026-10-05", "team@example.org");
        mail.Kind.ShouldBe(DeliveryKind.Digest);
        mail.Notices.ShouldContain("borough|weekly|2026-W41|weekly|0|csp-team|0");
        mail.Text.ShouldContain("THIS WEEK: BOROUGH PARTNERSHIP");
        mail.Text.ShouldContain("1 review, 1 overdue");
    }

    [Fact]
    public void What_was_late_already_is_told_in_one_summary_and_its_path_begins_two_weeks_later()
    {
        _borough.Sweep("2026-10-06").ShouldBe([
            "chair@example.org: Backlog of Borough Partnership: 1 overdue", "chair@example.org: This week: 1 review, 1 overdue",
            "team@example.org: Backlog of Borough Partnership: 1 overdue", "team@example.org: This week: 1 review, 1 overdue"]);
        var mail = _borough.Deliveries().Single(delivery => delivery is { Kind: DeliveryKind.Backlog, Address: "team@example.org" });
        mail.Text.ShouldContain("- BOR-2026-01: Overdue: decide whether to hold a review (5 days)");
        mail.Text.ShouldContain("dhr audit --partnership borough --as-of 2026-10-06");
        mail.Notices.ShouldBe(["BOR-2026-01|decide|once|backlog|0|csp-team|0"]);

        foreach (var day in new[] { "2026-10-07", "2026-10-16", "2026-10-20" })
        {
            _borough.Sweep(day).ShouldAllBe(told => told.Contains("This week", StringComparison.Ordinal));
        }

        // Those whom the summary told hear of the first step no more; the next one is counted from the day on which the path began.
        _borough.Sweep("2026-11-18").ShouldContain("team@example.org: 1 overdue");
    }

    [Fact]
    public void A_summary_found_on_a_Saturday_waits_for_Monday_and_nobody_is_called_missing()
    {
        _borough.Do("2026-10-10", "run").ShouldNotContain("Nobody holds");
        _borough.Deliveries().ShouldBeEmpty();
        _borough.Do("2026-10-11", "run").ShouldNotContain("Nobody holds");
        _borough.Sweep("2026-10-12").ShouldContain("team@example.org: Backlog of Borough Partnership: 1 overdue");
        _borough.Sweep("2026-10-13").ShouldBeEmpty();
    }

    [Fact]
    public void More_mails_than_go_by_themselves_are_held_but_for_those_of_the_week()
    {
        _borough.Sweep("2026-09-01");
        _borough.Program.Environment["DHR_Post__MaxPerSweep"] = "1";
        var run = _borough.Program.RunOn(new DateOnly(2026, 10, 2), "run");

        run.Errors.ShouldContain("1 mail of 4 is held, because one sweep sends no more by itself than Post:MaxPerSweep says");
        var mails = _borough.Deliveries().Where(delivery => delivery.PlannedOn == new DateOnly(2026, 10, 2)).ToList();
        mails.Select(mail => mail.State).Order().ShouldBe(["accepted", "accepted", "accepted", "held"]);
        mails.Single(mail => mail.State == "held").Answer!.ShouldContain("Post:MaxPerSweep lets 1 go");
        _borough.Sweep("2026-10-02").ShouldBeEmpty();
    }

    private DeliveryRow Mail(string day, string address) => _borough.Deliveries()
        .Single(delivery => delivery.Address == address && delivery.PlannedOn == DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}
