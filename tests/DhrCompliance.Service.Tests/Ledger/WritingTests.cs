using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class WritingTests : IDisposable
{
    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Fact]
    public void Rows_come_back_as_they_were_written()
    {
        var database = register.Open();
        var facts = ImmutableDictionary<string, string>.Empty.Add("note", "\"quoted\", ŵ\nline").Add("kind", "a;b");
        var row = Sample.Event("E1") with
        {
            Item = "BEX-1-D1",
            Date = "by 2016",
            Note = "as told",
            RecordedBy = "a reporter",
            RecordedAt = "2026-01-12",
            Attributes = facts,
        };
        TemporaryRegister.Write(database, writer =>
        {
            Sample.Start(writer);
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "local", From = "2020-01-01" });
            writer.Append(new ContactRow { Partnership = "bexley", Role = "chair", Email = "chair@example.org", Agency = "" });
            writer.Append(Sample.Partnership("bromley"));
            writer.Append(new CasePartnershipRow { Reference = "BEX-1", Partnership = "bromley", Part = "joint" });
            writer.Append(new ItemRow { Id = "BEX-1-D1", Reference = "BEX-1", Kind = "person", Facts = facts });
            writer.Append(row);
        });

        var rows = database.Rows();

        rows.Partnerships.Select(each => each.Id).ShouldBe(["bexley", "bromley"]);
        rows.Protocols.Single().From.ShouldBe("2020-01-01");
        rows.Contacts.Single().Agency.ShouldBeNull();
        rows.CasePartnerships.Single().Part.ShouldBe("joint");
        rows.Items.Single().Facts.ShouldBe(facts, ignoreOrder: true);
        var back = rows.Events.Single();
        back.Attributes.ShouldBe(facts, ignoreOrder: true);
        (back with { WitnessedAt = null, Attributes = facts }).ShouldBe(row);
        back.WitnessedAt.ShouldNotBeNull();
    }

    [Fact]
    public void An_act_that_is_not_committed_leaves_no_trace()
    {
        var database = register.Open();
        using (var writer = database.Write(new Act("test", "me", "here", "1")))
        {
            Sample.Start(writer);
        }

        database.Rows().Cases.ShouldBeEmpty();
        register.Ask("SELECT count(*) FROM acts").ShouldBe("0");
    }

    [Fact]
    public void While_an_act_is_open_readings_see_what_it_has_written()
    {
        var database = register.Open();
        using var writer = database.Write(new Act("test", "me", "here", "1"));
        Sample.Start(writer);

        database.Rows().Cases.Single().Reference.ShouldBe("BEX-1");
        database.CaseFiles().Single().Reference.ShouldBe("BEX-1");
    }
}
