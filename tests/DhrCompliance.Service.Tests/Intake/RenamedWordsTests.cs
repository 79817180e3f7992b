using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Recording;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>A register and files in words that were renamed since: read, corrected and written out in the words of today.</summary>
public sealed class RenamedWordsTests
{
    private static readonly Vocabulary Renamed = new()
    {
        Facts =
        [
            new FactType { Name = "parallel", Was = ["parallel-review"], Question = "?", Type = ValueKind.YesNo },
            new FactType { Name = "finish-by", Was = ["due"], Question = "?", Type = ValueKind.Date, Of = "task" },
        ],
        Items = [new ItemKind { Name = "task", Was = ["action"], Title = "a task" }],
        Roles = [new RoleType { Name = "team", Was = ["csp-team"], Title = "the team", BoundTo = RoleBinding.Partnership }],
        Events =
        [
            new EventKind { Name = "told", Was = ["notified"], Title = "the notice" },
            new EventKind { Name = "delay", Was = ["delay-reported"], Title = "the delay", Repeats = true, Attributes = [new AttributeType { Name = "to", Type = ValueKind.Choices, Choices = ["team", "family"] }] },
        ],
    };

    private static readonly KnownWords Known = KnownWords.Of(new Rulebook
    {
        Vocabulary = Renamed,
        Packs = [],
        Paths = [],
        Calendars = ImmutableDictionary<string, HolidayCalendar>.Empty,
        Hash = "",
    });

    private static readonly RegisterRows Register = new()
    {
        Partnerships = [new PartnershipRow { Id = "bexley", Name = "Bexley CSP", Jurisdiction = "england" }],
        Contacts = [new ContactRow { Partnership = "bexley", Role = "csp-team", Email = "team@example.org" }],
        Cases = [new CaseRow { Reference = "BEX-1", Partnership = "bexley", Facts = Map(("parallel-review", "yes")) }],
        Items = [new ItemRow { Id = "A3", Reference = "BEX-1", Kind = "action", Facts = Map(("due", "2026-09-01")) }],
        Events =
        [
            new EventRow { Id = "BEX-1-E1", Reference = "BEX-1", Event = "notified", Date = "2026-01-10" },
            new EventRow { Id = "BEX-1-E2", Reference = "BEX-1", Event = "delay-reported", Date = "2026-07-01", Attributes = Map(("to", "csp-team;family")) },
        ],
    };

    [Fact]
    public void Files_in_the_old_words_change_nothing_that_is_there()
    {
        var plan = Plan(
            ("cases.csv", "reference,partnership,parallel-review\nBEX-1,bexley,yes\n"),
            ("contacts.csv", "partnership,case,agency,role,email,from,until\nbexley,,,csp-team,team@example.org,,\n"),
            ("actions.csv", "id,reference,due\nA3,BEX-1,2026-09-01\n"),
            ("events.csv", "id,reference,item,event,date,to\nBEX-1-E1,BEX-1,,notified,2026-01-10,\n,BEX-1,,delay-reported,2026-07-01,csp-team;family\n"));

        plan.Said().ShouldBeEmpty();
        plan.Changes.ShouldBeEmpty();
        plan.Unchanged.ShouldBe(5);
    }

    [Fact]
    public void An_event_in_an_old_word_is_corrected_and_no_second_one_is_taken_beside_it()
    {
        var corrected = ImportPlan.Make(EventEntry.Correct("BEX-1-E1", "2026-01-12", [], null, "a slip", Register, Known), Register, Known, Importing.Today);
        corrected.Said().ShouldBeEmpty();
        var row = corrected.Events.ShouldHaveSingleItem().Row;
        (row.Id, row.Event, row.Date).ShouldBe(("BEX-1-E1", "told", "2026-01-12"));

        ImportPlan.Make(EventEntry.Add("BEX-1", "told", "2026-02-01", [], null, null, Known), Register, Known, Importing.Today)
            .Said().ShouldHaveSingleItem().ShouldContain("no second 'told' of BEX-1: BEX-1-E1");
    }

    [Fact]
    public void What_a_word_is_the_key_of_is_written_with_the_word_that_the_register_has()
    {
        var plan = Plan(
            ("contacts.csv", "partnership,case,agency,role,email,from,until\nbexley,,,team,team@example.org,,2026-10-31\n"),
            ("tasks.csv", "id,reference,finish-by\nA3,BEX-1,2026-10-01\n"));

        plan.Said().ShouldBeEmpty();
        var contact = plan.Contacts.ShouldHaveSingleItem().Row;
        (contact.Role, contact.Until).ShouldBe(("csp-team", "2026-10-31"));
        var item = plan.Items.ShouldHaveSingleItem().Row;
        (item.Kind, item.Facts["finish-by"]).ShouldBe(("action", "2026-10-01"));
    }

    [Fact]
    public void A_contact_that_the_register_has_under_both_words_ends_under_both()
    {
        var both = Register with { Contacts = Register.Contacts.Add(Register.Contacts[0] with { Role = "team" }) };

        ImportPlan.Make(Read(("contacts.csv", "partnership,case,agency,role,email,from,until\nbexley,,,team,team@example.org,,2026-10-31\n")), both, Known, Importing.Today)
            .Contacts.Select(planned => planned.Row.Role).ShouldBe(["csp-team", "team"]);
    }

    [Fact]
    public void An_export_is_written_in_the_words_of_today()
    {
        var sheets = RegisterSheets.Of(new CurrentRows(Register, Known.Names).Rows, Known).ToDictionary(sheet => sheet.Table);

        sheets[TableName.Cases].Columns.ShouldContain("parallel");
        sheets[TableName.Items].Rows.ShouldHaveSingleItem().Cells.ShouldContain("task");
        sheets[TableName.Contacts].Rows.ShouldHaveSingleItem().Cells.ShouldContain("team");
        sheets[TableName.Events].Rows.Select(row => row.Cells[3]).ShouldBe(["told", "delay"]);
        sheets[TableName.Events].Rows[1].Cells.ShouldContain("team;family");
    }

    private static ImportPlan Plan(params (string File, string Text)[] files) => ImportPlan.Make(Read(files), Register, Known, Importing.Today);

    private static IncomingRegister Read(params (string File, string Text)[] files) => new()
    {
        Sheets =
        [
            .. files.Select(file => CsvSheet.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(file.Text)), file.File, SheetNames.Table(Path.GetFileNameWithoutExtension(file.File), Known, out var kind)!.Value, kind, ImportLimits.Usual)),
        ],
    };

    private static ImmutableDictionary<string, string> Map(params (string Key, string Value)[] values) =>
        values.ToImmutableDictionary(value => value.Key, value => value.Value);
}
