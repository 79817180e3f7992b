using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Sweeps;

namespace DhrCompliance.Service.Tests.Post.Composing;

/// <summary>The register has a delivery already whose id the sweep would give: the sweep does not fail, and nobody is told twice or never.</summary>
public sealed class ClashTests : IDisposable
{
    private const string Day = "2026-10-02";
    private readonly SweptBorough _borough = new();

    public void Dispose() => _borough.Dispose();

    [Theory]
    [InlineData(DeliveryState.Discarded)]
    [InlineData(DeliveryState.Failed)]
    public void A_mail_that_never_went_out_keeps_its_id_and_the_new_one_has_another(string state)
    {
        var wanted = Wanted();
        Append(wanted with { State = state });

        _borough.Sweep(Day).ShouldBe(["chair@example.org: Overdue: decide whether to hold a review (1 day)", "team@example.org: Overdue: decide whether to hold a review (1 day)"]);

        var mail = _borough.Deliveries().Single(delivery => delivery.Address == "team@example.org" && delivery.Id != wanted.Id);
        mail.State.ShouldBe(DeliveryState.Accepted);
        mail.Notices.ShouldBe(wanted.Notices);
        mail.MessageId.ShouldNotBe(wanted.MessageId);
        mail.Text.ShouldContain($"dhr ack {mail.Id} ");
        mail.Text.ShouldNotContain(wanted.Id);
        _borough.Sweep("2026-10-05").ShouldBeEmpty();
        _borough.Do("2026-10-05", "ledger", "verify");
    }

    [Fact]
    public void Of_two_that_never_went_out_the_third_has_an_id_of_its_own()
    {
        var wanted = Wanted();
        Append(wanted with { State = DeliveryState.Discarded });
        Append(Wanted(copy: true) with { State = DeliveryState.Discarded });

        _borough.Sweep(Day).Count.ShouldBe(2);

        _borough.Deliveries().Count(delivery => delivery.Address == "team@example.org").ShouldBe(3);
    }

    [Theory]
    [InlineData(DeliveryState.Accepted)]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Unknown)]
    public void Whoever_has_the_same_mail_or_may_have_it_gets_no_second_one_and_the_others_get_theirs(string state)
    {
        Append(Wanted() with { State = state });

        _borough.Sweep(Day).ShouldBe(["chair@example.org: Overdue: decide whether to hold a review (1 day)"]);

        _borough.Keys().ShouldContain("decide overdue 0 csp-team 0");
        _borough.Sweep("2026-10-05").ShouldBeEmpty();
    }

    /// <summary>The mail that the sweep would send to the team, from a rehearsal on a copy of the register.</summary>
    private DeliveryRow Wanted(bool copy = false)
    {
        var kept = _borough.Program.Path("data/register.db");
        using (var ledger = _borough.Open())
        {
            ledger.CopyTo(_borough.Program.Path($"data/kept-{copy}.db"));
        }

        var before = _borough.Deliveries().Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal);
        _borough.Sweep(Day);
        var wanted = _borough.Deliveries().Single(delivery => delivery.Address == "team@example.org" && !before.Contains(delivery.Id));
        foreach (var file in Directory.GetFiles(_borough.Program.Path("data"), "register.db*"))
        {
            File.Delete(file);
        }

        File.Move(_borough.Program.Path($"data/kept-{copy}.db"), kept);
        foreach (var beside in Directory.GetFiles(_borough.Program.Path("data"), "*.sent*"))
        {
            File.Delete(beside);
        }

        return wanted;
    }

    private void Append(DeliveryRow delivery)
    {
        using var ledger = LedgerDatabase.Open(_borough.Program.Path("data/register.db"), OpenMode.Create, new ManualClock());

        // What carries no notice leaves the notices free to be told: only the name is taken. On an earlier day, or the mail of the day would have gone already.
        TemporaryRegister.Write(ledger, writer => writer.AppendDelivery(delivery with { Notices = [], PlannedOn = delivery.PlannedOn.AddDays(-2) }));
    }
}
