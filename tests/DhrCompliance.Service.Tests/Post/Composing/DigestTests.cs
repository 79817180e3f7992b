using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Sweeps;

namespace DhrCompliance.Service.Tests.Post.Composing;

/// <summary>Everything that is one person's comes in one mail a day: a register with several cases, swept by the program itself.</summary>
public sealed class DigestTests : IDisposable
{
    private readonly SweptBorough _borough = new();

    public DigestTests() => Import(
        "reference,partnership,kept-since\nBOR-2026-02,borough,\n",
        "id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,BOR-2026-02,,notified,2026-09-01,,,,\n");

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void Two_things_of_one_day_are_one_mail_that_counts_them()
    {
        _borough.Sweep("2026-10-02").ShouldBe(["chair@example.org: 2 overdue", "team@example.org: 2 overdue"]);

        var mail = Mail("2026-10-02", "team@example.org");
        mail.Subject.ShouldBe("[DHR] 2 overdue");
        mail.Kind.ShouldBe(DeliveryKind.Digest);
        mail.Notices.ShouldBe(["BOR-2026-01|decide|once|overdue|0|csp-team|0", "BOR-2026-02|decide|once|overdue|0|csp-team|0"]);
        mail.Text.ShouldContain("BOROUGH PARTNERSHIP\n===================\n\nBOR-2026-01\n-----------\n\n1. NEW. Overdue: decide whether to hold a review (1 day)");
        mail.Text.ShouldContain("BOR-2026-02\n-----------\n\n2. NEW. Overdue: decide whether to hold a review (1 day)");
        _borough.Sweep("2026-10-05").ShouldBeEmpty();
        _borough.Do("2026-10-05", "ledger", "verify");
    }

    [Fact]
    public void A_dry_run_shows_the_same_mails()
    {
        _borough.Do("2026-10-02", "run", "--dry-run").ShouldContain("team@example.org as csp-team: [DHR] 2 overdue");
        _borough.Sweep("2026-10-02").ShouldContain("team@example.org: 2 overdue");
    }

    [Fact]
    public void One_of_several_things_is_acknowledged_by_its_number()
    {
        _borough.Sweep("2026-10-02");
        _borough.Sweep("2026-10-29").ShouldBe(["chair@example.org: 2 overdue", "team@example.org: 2 overdue"]);
        var mail = Mail("2026-10-29", "team@example.org");
        mail.Text.ShouldContain($"dhr ack {mail.Id}/2 --until 2026-11-26");
        mail.Text.ShouldContain("1. AGAIN. ");

        _borough.Do("2026-10-30", "ack", $"{mail.Id[..9]}/2", "--until", "2026-11-26", "--reason", "seen").ShouldContain("BOR-2026-02");
        _borough.Sweep("2026-11-26").ShouldBe(["chair@example.org: 2 overdue", "team@example.org: 1 overdue"]);
        Refused(mail.Id).ShouldContain($"tells 2 things: say which by its number, such as '{mail.Id}/1'");
        Refused($"{mail.Id}/3").ShouldContain("Give one from 1 to 2");
        Refused($"{mail.Id}/x").ShouldContain("Give one from 1 to 2");
    }

    [Fact]
    public void What_was_told_before_and_is_still_so_stands_at_the_end_until_it_is_done()
    {
        _borough.Sweep("2026-10-02");
        Import("reference,partnership,kept-since\nBOR-2026-03,borough,\n", Notified("BOR-2026-03", "2026-09-08"));
        _borough.Do("2026-10-08", "event", "add", "BOR-2026-01", "decision", "2026-10-08", "--attr", "outcome=no-review");

        _borough.Sweep("2026-10-09").ShouldContain("team@example.org: 1 overdue, 1 question, 1 no longer overdue");

        var text = Mail("2026-10-09", "team@example.org").Text;
        text.ShouldContain("NEW. Overdue: decide whether to hold a review (1 day)");
        var before = string.Join(' ', text[text.IndexOf("TOLD BEFORE", StringComparison.Ordinal)..].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        before.ShouldContain("- BOR-2026-02: Overdue: decide whether to hold a review (8 days).");
        before.ShouldContain("In the mail of 2 Oct 2026.");
        before.ShouldNotContain("BOR-2026-01");
    }

    [Fact]
    public void Whoever_has_left_a_role_hears_no_more_of_what_they_were_told_in_it()
    {
        _borough.Program.Write("more/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,BOR-2026-01,,csp-chair,other@example.org,,2026-10-05\nborough,BOR-2026-02,,csp-chair,other@example.org,2026-10-06,\n");
        _borough.Do("2026-10-01", "import", "more");
        _borough.Sweep("2026-10-02").ShouldContain("other@example.org: Overdue: decide whether to hold a review (1 day)");

        _borough.Sweep("2026-10-29").ShouldContain("other@example.org: Overdue: decide whether to hold a review (28 days)");

        Mail("2026-10-29", "other@example.org").Text.ShouldNotContain("BOR-2026-01");
    }

    [Fact]
    public void A_mail_that_has_not_gone_out_is_written_anew_when_part_of_it_is_no_longer_so()
    {
        _borough.Program.Write("data/outbox", "a file where the folder should be");
        _borough.Program.RunOn(new DateOnly(2026, 10, 2), "run").Code.ShouldBe(5);
        var first = Mail("2026-10-02", "team@example.org");
        _borough.Do("2026-10-05", "event", "add", "BOR-2026-01", "decision", "2026-10-05", "--attr", "outcome=no-review");
        File.Delete(_borough.Program.Path("data/outbox"));

        _borough.Do("2026-10-05", "run");

        _borough.Deliveries().Single(delivery => delivery.Id == first.Id).State.ShouldBe(DeliveryState.Discarded);
        var sent = Mail("2026-10-05", "team@example.org");
        sent.State.ShouldBe(DeliveryState.Accepted);
        sent.Subject.ShouldBe("[DHR] 1 overdue, 1 question");
        sent.Notices[0].ShouldBe("BOR-2026-02|decide|once|overdue|0|csp-team|0");
        Mail("2026-10-05", "chair@example.org").Subject.ShouldBe("[DHR BOR-2026-02] Overdue: decide whether to hold a review (4 days)");
        _borough.Deliveries().Count(delivery => delivery.State == DeliveryState.Accepted).ShouldBe(2);
        _borough.Do("2026-10-06", "run").ShouldContain("0 notices planned, 0 mails sent");
    }

    [Fact]
    public void Good_practice_makes_no_mail_but_goes_with_one()
    {
        _borough.Edit("national/guidance-2016.yaml", ("    force: guidance\n", "    force: good-practice\n"));
        _borough.Sweep("2026-10-02").ShouldBeEmpty();
        _borough.Keys().ShouldContain("decide overdue 0 csp-team 0");
        using var ledger = _borough.Open();
        ledger.PlannedNotices()["BOR-2026-01"].ShouldAllBe(notice => notice.Kind == "passed-over-overdue");
        _borough.Do("2026-10-02", "outbox", "list").ShouldContain("there is nothing to show");
    }

    private DeliveryRow Mail(string day, string address) => _borough.Deliveries()
        .Single(delivery => delivery.Address == address && delivery.PlannedOn == DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    private static string Notified(string reference, string day) =>
        $"id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,{reference},,notified,{day},,,,\n";

    private void Import(string cases, string events)
    {
        _borough.Program.Write("more/cases.csv", cases);
        _borough.Program.Write("more/events.csv", events);
        _borough.Do("2026-09-10", "import", "more");
    }

    private string Refused(string notice)
    {
        var run = _borough.Program.RunOn(new DateOnly(2026, 11, 27), "ack", notice, "--until", "2026-12-01", "--reason", "seen");
        run.Code.ShouldBe(2);
        return run.Errors;
    }
}
