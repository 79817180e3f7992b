using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class VersionTests : IDisposable
{
    private readonly TemporaryRegister register = new();
    private readonly LedgerDatabase database;

    public VersionTests()
    {
        database = register.Open();
        Write(Sample.Start);
    }

    public void Dispose() => register.Dispose();

    [Fact]
    public void A_correction_supersedes_and_what_was_known_before_is_still_known()
    {
        Write(writer => writer.Append(Sample.Event("E1", date: "2026-01-10")));
        var before = register.Tick();
        Write(writer => writer.Append(Sample.Event("E1", date: "2026-01-17") with { Note = "misread" }));

        database.Rows().Events.Single().Date.ShouldBe("2026-01-17");
        Only(null).Date.ShouldBe(DateInterval.On(new DateOnly(2026, 1, 17)));
        database.Rows(before).Events.Single().Date.ShouldBe("2026-01-10");
        Only(before).Date.ShouldBe(DateInterval.On(new DateOnly(2026, 1, 10)));
        database.History().SelectMany(rows => rows.Events).Select(row => row.Date).ShouldBe(["2026-01-10", "2026-01-17"]);
    }

    [Fact]
    public void What_was_witnessed_at_the_very_moment_is_known_and_what_came_after_is_not()
    {
        Write(writer => writer.Append(Sample.Event("E1")));
        var witnessed = database.Rows().Events.Single().WitnessedAt!.Value;

        database.Rows(witnessed).Events.Length.ShouldBe(1);
        database.Rows(witnessed.AddMilliseconds(-1)).Events.Length.ShouldBe(0);
    }

    [Fact]
    public void A_withdrawn_event_is_in_the_rows_and_in_no_case_file_until_it_is_recorded_again()
    {
        Write(writer => writer.Append(Sample.Event("E1")));
        Write(writer => writer.Append(Sample.Event("E1") with { Withdrawn = true }));
        var withdrawn = register.Tick();
        Write(writer => writer.Append(Sample.Event("E1", date: "2026-02-01")));

        database.Rows(withdrawn).Events.Single().Withdrawn.ShouldBeTrue();
        database.CaseFiles(withdrawn).Single().Events.ShouldBeEmpty();
        Only(null).Date.ShouldBe(DateInterval.On(new DateOnly(2026, 2, 1)));
    }

    [Fact]
    public void Before_a_case_was_recorded_there_is_no_case_file()
    {
        var before = register.Tick();
        Write(writer => writer.Append(Sample.Case("BEX-2")));

        database.CaseFiles(before).Select(file => file.Reference).ShouldBe(["BEX-1"]);
        database.CaseFiles().Select(file => file.Reference).ShouldBe(["BEX-1", "BEX-2"]);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2020-05-01", null, "2020-05-01")]
    [InlineData(null, "2024-01-01", "2024-01-01")]
    [InlineData("2020-05-01", "2024-01-01", "2020-05-01")]
    public void A_case_is_kept_since_its_own_day_or_else_its_partnerships(string? ofCase, string? ofPartnership, string? expected)
    {
        Write(writer =>
        {
            writer.Append(Sample.Partnership(keptSince: ofPartnership));
            writer.Append(Sample.Case(keptSince: ofCase));
        });

        database.CaseFiles().Single(file => file.Kind == SubjectKind.Review).KeptSince.ShouldBe(expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_part_in_a_review_ends_with_the_part_none()
    {
        Write(writer =>
        {
            writer.Append(Sample.Partnership("bromley"));
            writer.Append(Sample.Partnership("lewisham"));
            writer.Append(new CasePartnershipRow { Reference = "BEX-1", Partnership = "bromley", Part = "joint" });
            writer.Append(new CasePartnershipRow { Reference = "BEX-1", Partnership = "lewisham", Part = "contributing" });
        });
        Write(writer => writer.Append(new CasePartnershipRow { Reference = "BEX-1", Partnership = "bromley", Part = CasePartnershipRow.NoPart }));

        database.CaseFiles().Single().OtherPartnerships.ShouldBe([new CasePartnership("lewisham", "contributing")]);
        database.Rows().CasePartnerships.Length.ShouldBe(2);
    }

    [Fact]
    public void An_adoption_ends_and_one_that_ends_before_it_begins_never_was()
    {
        Write(writer =>
        {
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "one", From = "2020-01-01" });
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "one", From = "2024-01-01" });
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "two", From = "2021-01-01" });
        });
        Write(writer =>
        {
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "one", From = "2020-01-01", Until = "2022-12-31" });
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "two", From = "2021-01-01", Until = "2020-12-31" });
        });

        database.CaseFiles().Single().Adopted.ShouldBe(
        [
            new Adoption("one", new DateOnly(2020, 1, 1), new DateOnly(2022, 12, 31)),
            new Adoption("one", new DateOnly(2024, 1, 1), null),
        ]);
    }

    [Fact]
    public void An_event_is_recorded_on_the_London_day_its_first_version_of_that_kind_was_witnessed()
    {
        Write(writer => writer.Append(Sample.Event("E1", date: null)));
        var first = database.Rows().Events.Single().WitnessedAt!.Value;

        Only(null).RecordedOn.ShouldBe(Instants.LondonDay(first));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59.999Z", "2026-03-29")]
    [InlineData("2026-07-01T22:59:59.999Z", "2026-07-01")]
    [InlineData("2026-07-01T23:00:00.000Z", "2026-07-02")]
    [InlineData("2026-12-01T23:59:59.999Z", "2026-12-01")]
    [InlineData("2026-12-02T00:00:00.000Z", "2026-12-02")]
    public void A_day_begins_at_midnight_in_London(string moment, string day) =>
        Instants.Write(Instants.LondonDay(Instants.Read(moment))).ShouldBe(day);

    [Fact]
    public void A_partnership_with_events_of_its_own_has_a_file_after_the_reviews()
    {
        Write(writer =>
        {
            writer.Append(Sample.Partnership("aaa", keptSince: "2024-01-01"));
            writer.Append(Sample.Event("aaa-E1", "board-meeting", "2026-05", reference: "aaa"));
        });

        var files = database.CaseFiles().ToList();

        files.Select(file => file.Reference).ShouldBe(["BEX-1", "aaa"]);
        files[1].Kind.ShouldBe(SubjectKind.Partnership);
        files[1].Partnership.ShouldBe("aaa");
        files[1].KeptSince.ShouldBe(new DateOnly(2024, 1, 1));
        files[1].Events.Single().Date.ShouldBe(new DateInterval(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31)));
    }

    [Fact]
    public void A_date_that_cannot_be_read_counts_as_not_known_and_is_told_and_the_others_stand()
    {
        Write(writer => writer.Append(Sample.Event("E1")));
        register.Beside("INSERT INTO events (id, reference, event, date) VALUES ('E2', 'BEX-1', 'notified', '31 June')");

        var file = database.CaseFiles().Single();

        file.Events.Single(each => each.Id == "E2").Date.ShouldBe(DateInterval.Unknown);
        file.Events.Single(each => each.Id == "E1").Date.IsDay.ShouldBeTrue();
        var told = database.Unreadable.Single();
        (told.Reference, told.Table, told.Row, told.Key, told.Column, told.Value).ShouldBe(("BEX-1", "events", 2, "E2", "date", "31 June"));
        told.Expected.ShouldNotBeEmpty();
        told.ToString().ShouldBe($"events row 2 ('E2'), column date: '31 June' cannot be read: expected {told.Expected}; insert a corrected version");

        register.Beside("INSERT INTO events (id, reference, event, date) VALUES ('E2', 'BEX-1', 'notified', '2026-06-30')");
        database.CaseFiles().Single().Events.Length.ShouldBe(2);
        database.Unreadable.ShouldBeEmpty();
    }

    [Fact]
    public void The_rows_of_one_case_come_with_its_partnership_and_the_contacts_that_may_hold_for_it()
    {
        Write(writer =>
        {
            writer.Append(Sample.Partnership("bromley"));
            writer.Append(Sample.Case("BRO-1", "bromley"));
            writer.Append(Sample.Event("E1"));
            writer.Append(Sample.Event("E2", reference: "BRO-1"));
            writer.Append(new ContactRow { Role = "operator", Email = "operator@example.org" });
            writer.Append(new ContactRow { Role = "chair", Partnership = "bexley", Email = "bexley@example.org" });
            writer.Append(new ContactRow { Role = "chair", Partnership = "bromley", Email = "bromley@example.org" });
            writer.Append(new ContactRow { Role = "review-chair", Case = "BEX-1", Email = "one@example.org" });
            writer.Append(new ContactRow { Role = "review-chair", Case = "BRO-1", Email = "other@example.org" });
        });

        var rows = database.RowsOf("BEX-1");

        rows.Partnerships.Single().Id.ShouldBe("bexley");
        rows.Cases.Single().Reference.ShouldBe("BEX-1");
        rows.Events.Single().Id.ShouldBe("E1");
        rows.Contacts.Select(contact => contact.Email)
            .ShouldBe(["operator@example.org", "bexley@example.org", "one@example.org"], ignoreOrder: true);
        database.RowsOf("nowhere").Cases.ShouldBeEmpty();
    }

    [Fact]
    public void A_contact_that_ends_is_a_new_version_and_a_second_term_is_another_contact()
    {
        var chair = new ContactRow { Role = "chair", Partnership = "bexley", Email = "chair@example.org", From = "2020-01-01" };
        Write(writer =>
        {
            writer.Append(chair);
            writer.Append(chair with { Until = "2022-12-31" });
            writer.Append(chair with { From = "2025-01-01" });
        });

        database.Contacts().Select(contact => (contact.From, contact.Until))
            .ShouldBe([("2020-01-01", "2022-12-31"), ("2025-01-01", null)]);
    }

    [Fact]
    public void An_id_that_is_given_was_never_used_not_even_by_a_row_that_brought_its_own()
    {
        Write(writer =>
        {
            writer.NewEventId("BEX-1").ShouldBe("BEX-1-E1");
            writer.Append(Sample.Event("BEX-1-E1"));
            writer.Append(Sample.Event("BEX-1-E3"));
            writer.NewEventId("BEX-1").ShouldBe("BEX-1-E2");
            writer.NewEventId("BEX-1").ShouldBe("BEX-1-E4");
            writer.NewItemId("BEX-1", "action").ShouldBe("BEX-1-action-1");
        });

        Write(writer =>
        {
            writer.NewEventId("BEX-1").ShouldBe("BEX-1-E5");
            writer.NewItemId("BEX-1", "action").ShouldBe("BEX-1-action-2");
            writer.NewItemId("BEX-1", "person").ShouldBe("BEX-1-person-1");
        });
    }

    private CaseEvent Only(DateTimeOffset? knownAt) => database.CaseFiles(ImmutableArray.Create("BEX-1"), knownAt).Single().Events.Single();

    private void Write(Action<LedgerWriter> write) => TemporaryRegister.Write(database, write);
}
