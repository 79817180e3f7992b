using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class NoticeTests : IDisposable
{
    private const string Key = "BEX-1|decide|once|overdue|0|csp-chair|2";

    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly TemporaryRegister register = new();
    private readonly LedgerDatabase database;

    public NoticeTests()
    {
        database = register.Open();
        Write(Sample.Start);
    }

    public void Dispose() => register.Dispose();

    [Fact]
    public void A_notice_is_planned_until_a_delivery_that_carries_it_is_accepted()
    {
        Write(writer => writer.AppendNotice(Notice()));
        Only().State.ShouldBe("planned");
        Only().Generation.ShouldBe(2);

        Write(writer => writer.AppendDelivery(Delivery("d1")));
        foreach (var state in new[] { "reserved", "failed", "planned", "reserved", "unknown" })
        {
            Write(writer => writer.AppendDeliveryState("d1", state, null));
            Only().State.ShouldBe("planned");
        }

        Write(writer => writer.AppendDeliveryState("d1", "accepted", "250 OK"));
        Only().State.ShouldBe("told");
        Only().Told.ShouldBeTrue();
    }

    [Fact]
    public void A_held_notice_is_held_until_its_delivery_is_released()
    {
        Write(writer =>
        {
            writer.AppendDelivery(Delivery("d1") with { State = "held" });
            writer.AppendNotice(Notice() with { Held = true, Delivery = "d1" });
        });
        Only().State.ShouldBe("held");

        Write(writer => writer.AppendDeliveryState("d1", "planned", null));
        Only().State.ShouldBe("planned");
    }

    [Fact]
    public void A_withdrawn_notice_still_says_whether_it_was_told()
    {
        Write(writer =>
        {
            writer.AppendNotice(Notice());
            writer.AppendDelivery(Delivery("d1") with { State = "accepted" });
        });
        Write(writer => writer.WithdrawNotice(Key, Day.AddDays(1)));

        Only().State.ShouldBe("withdrawn");
        Only().Told.ShouldBeTrue();
        Only().WithdrawnOn.ShouldBe(Day.AddDays(1));
    }

    [Fact]
    public void A_second_notice_with_the_same_key_is_refused_and_so_is_what_names_nothing()
    {
        Write(writer =>
        {
            writer.AppendNotice(Notice());
            Should.Throw<RowRefusedException>(() => writer.AppendNotice(Notice() with { PlannedOn = Day.AddDays(1) })).Key.ShouldBe(Key);
            Should.Throw<RowRefusedException>(() => writer.WithdrawNotice("nothing", Day)).Because.ShouldContain("nothing with this key");
            Should.Throw<RowRefusedException>(() => writer.AppendDeliveryState("nothing", "accepted", null));
            writer.AppendDelivery(Delivery("d1"));
            Should.Throw<RowRefusedException>(() => writer.AppendDelivery(Delivery("d1")));
            Should.Throw<RowRefusedException>(() => writer.AppendDeliveryState("d1", "lost", null)).Because.ShouldContain("state is one of");
        });

        database.PlannedNotices().Single().Value.Count.ShouldBe(1);
    }

    [Fact]
    public void A_delivery_that_names_a_notice_the_register_does_not_have_is_refused_with_its_act()
    {
        using (var writer = database.Write(new Act("run", "me", "here", "1")))
        {
            writer.AppendDelivery(Delivery("d1"));
            Should.Throw<RowRefusedException>(writer.Commit);
        }

        database.Delivery("d1").ShouldBeNull();
    }

    [Fact]
    public void Deliveries_come_with_their_latest_state_and_are_found_by_what_they_are_about()
    {
        Write(writer =>
        {
            writer.Append(Sample.Case("BEX-2"));
            writer.AppendNotice(Notice());
            writer.AppendNotice(Notice() with { Key = "BEX-2|x", Subject = "BEX-2" });
            writer.AppendDelivery(Delivery("d1"));
            writer.AppendDelivery(Delivery("d2") with { Notices = [Key, "BEX-2|x"], Address = "b@example.org", Html = "" });
        });
        register.Clock.Now = register.Clock.Now.AddHours(1);
        Write(writer => writer.AppendDeliveryState("d1", "accepted", "250 OK"));

        var first = database.Delivery("d1")!;
        (first.State, first.Answer, first.At).ShouldBe(("accepted", "250 OK", register.Clock.Now));
        first.Notices.ShouldBe([Key]);
        Ids(DeliveryFilter.All).ShouldBe(["d1", "d2"]);
        Ids(new DeliveryFilter { States = ["planned", "held"] }).ShouldBe(["d2"]);
        Ids(new DeliveryFilter { About = "BEX-2" }).ShouldBe(["d2"]);
        Ids(new DeliveryFilter { About = "BEX-1" }).ShouldBe(["d1", "d2"]);
        Ids(new DeliveryFilter { Address = "b@example.org" }).ShouldBe(["d2"]);
        Ids(new DeliveryFilter { Partnership = "elsewhere" }).ShouldBeEmpty();
    }

    [Fact]
    public void Notices_are_found_by_subject()
    {
        Write(writer =>
        {
            writer.Append(Sample.Case("BEX-2"));
            writer.AppendNotice(Notice());
            writer.AppendNotice(Notice() with { Key = "BEX-2|x", Subject = "BEX-2" });
        });

        database.PlannedNotices().Keys.ShouldBe(["BEX-1", "BEX-2"]);
        database.PlannedNotices(["BEX-2"]).Keys.ShouldBe(["BEX-2"]);
        database.PlannedNotices([]).ShouldBeEmpty();
    }

    private string[] Ids(DeliveryFilter filter) => [.. database.Deliveries(filter).Select(row => row.Id)];

    private PlannedNotice Only() => database.PlannedNotices(["BEX-1"])["BEX-1"].Single();

    private void Write(Action<LedgerWriter> write) => TemporaryRegister.Write(database, write);

    private static NoticeRow Notice() => new()
    {
        Key = Key,
        Subject = "BEX-1",
        Partnership = "bexley",
        Rule = "guidance/decide",
        Kind = "overdue",
        Role = "csp-chair",
        Step = "overdue",
        PlannedOn = Day,
    };

    private static DeliveryRow Delivery(string id) => new()
    {
        Id = id,
        Partnership = "bexley",
        Address = "chair@example.org",
        MessageId = $"<{id}@example.org>",
        Subject = "[DHR BEX-1] Overdue",
        Text = "text",
        Html = "<p>text</p>",
        State = "planned",
        PlannedOn = Day,
        Notices = ImmutableArray.Create(Key),
    };
}
