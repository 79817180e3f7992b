using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Sweeps;

namespace DhrCompliance.Service.Tests.Post.Composing;

/// <summary>What a path marks urgent is a letter of its own and goes at once; what nobody can be sent waits through sweeps and comes with the first that finds somebody.</summary>
public sealed class UrgentTests : IDisposable
{
    private readonly SweptBorough _borough = new();

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void An_urgent_step_is_a_letter_beside_the_mail_of_the_day()
    {
        MakeUrgent();
        Another("BOR-2026-02");

        _borough.Sweep("2026-10-02").ShouldBe(
        [
            "chair@example.org: Overdue: decide whether to hold a review (1 day)", "chair@example.org: Overdue: decide whether to hold a review (1 day)",
            "team@example.org: Overdue: decide whether to hold a review (1 day)", "team@example.org: Overdue: decide whether to hold a review (1 day)",
        ]);

        _borough.Deliveries().ShouldAllBe(delivery => delivery.Kind == DeliveryKind.Urgent && delivery.State == DeliveryState.Accepted && delivery.Notices.Length == 1);
    }

    [Fact]
    public void An_urgent_step_goes_on_a_day_on_which_the_mail_of_the_day_has_gone_already()
    {
        Another("BOR-2026-02");
        _borough.Sweep("2026-10-02").ShouldBe(["chair@example.org: 2 overdue", "team@example.org: 2 overdue"]);
        MakeUrgent();
        Another("BOR-2026-03");

        var sent = _borough.Sweep("2026-10-02");

        sent.ShouldBe(["chair@example.org: Overdue: decide whether to hold a review (1 day)", "team@example.org: Overdue: decide whether to hold a review (1 day)"]);
        _borough.Deliveries().Count(delivery => delivery.Kind == DeliveryKind.Urgent && delivery.State == DeliveryState.Accepted).ShouldBe(2);
        _borough.Sweep("2026-10-02").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_urgent_waits_for_the_mail_of_the_next_day()
    {
        Another("BOR-2026-02");
        _borough.Sweep("2026-10-01");
        _borough.Sweep("2026-10-02").ShouldBe(["chair@example.org: 2 overdue", "team@example.org: 2 overdue"]);
        Another("BOR-2026-03");

        _borough.Sweep("2026-10-02").ShouldBeEmpty();
        _borough.Sweep("2026-10-05").ShouldBe(["chair@example.org: 1 overdue", "team@example.org: 1 overdue"]);
        _borough.Sweep("2026-10-06").ShouldBeEmpty();
    }

    [Fact]
    public void What_comes_with_a_mail_as_a_calendar_is_shown_with_it()
    {
        _borough.Sweep("2026-09-17").ShouldContain("team@example.org: Due soon: decide whether to hold a review (in 14 days)");
        var id = _borough.Deliveries().First(delivery => delivery.Address == "team@example.org").Id;

        _borough.Do("2026-09-17", "outbox", "show", id).ShouldContain("SUMMARY:Due: decide whether to hold a review (BOR-2026-01)");
        _borough.Do("2026-09-17", "outbox", "show", id, "--text").ShouldNotContain("BEGIN:VCALENDAR");
    }

    private void MakeUrgent() => _borough.Edit("escalation/paths.yaml", (Step, Step + "        urgent: yes\n"));

    private const string Step = "      - id: overdue\n        when: 1 day after\n        to: [csp-team, owner, csp-chair]\n";

    private void Another(string reference)
    {
        _borough.Program.Write("more/cases.csv", $"reference,partnership,kept-since\n{reference},borough,\n");
        _borough.Program.Write("more/events.csv", $"id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,{reference},,notified,2026-09-01,,,,\n");
        _borough.Do("2026-09-10", "import", "more");
    }
}
