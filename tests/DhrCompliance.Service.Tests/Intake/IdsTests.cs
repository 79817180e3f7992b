using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>New, the same, corrected, withdrawn: what a row is, by its id or by what it says.</summary>
public sealed class IdsTests
{
    private const string Headings = "id,reference,event,date,withdrawn,note";

    [Fact]
    public void A_known_id_with_the_same_content_changes_nothing()
    {
        var plan = Importing.PlanEvents(Headings, "BEX-1-E1,BEX-1,notified,2026-01-10,,by telephone");

        plan.Mistakes.ShouldBeEmpty();
        plan.Changes.ShouldBeEmpty();
        plan.Unchanged.ShouldBe(1);
    }

    [Fact]
    public void A_known_id_with_other_content_and_a_note_is_a_correction()
    {
        var change = Importing.PlanEvents(Headings, "BEX-1-E1,BEX-1,notified,2026-01-11,,misread").Changes.ShouldHaveSingleItem();

        change.Kind.ShouldBe(ChangeKind.Corrected);
        change.ToString().ShouldBe("corrected: BEX-1 notified 2026-01-11 [BEX-1-E1]: date '2026-01-10' -> '2026-01-11', note (not shown)");
    }

    [Theory]
    [InlineData("2026-07-01/2026-07-31")]
    [InlineData("2026-07")]
    public void A_date_written_otherwise_is_the_same_date(string date) =>
        Importing.PlanEvents(Headings, $"BEX-1-E2,BEX-1,report-completed,{date},,").Changes.ShouldBeEmpty();

    [Fact]
    public void An_empty_cell_deletes_nothing()
    {
        var plan = Importing.PlanEvents(Headings, "BEX-1-E1,BEX-1,notified,,,");

        plan.Mistakes.ShouldBeEmpty();
        plan.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_column_deletes_nothing()
    {
        var planned = Importing.PlanEvents("id,reference,event,note", "BEX-1-E1,BEX-1,notified,by letter").Events.ShouldHaveSingleItem();

        planned.Row.Date.ShouldBe("2026-01-10");
    }

    [Fact]
    public void A_missing_row_deletes_nothing() =>
        Importing.PlanEvents(Headings, "BEX-1-E1,BEX-1,notified,2026-01-10,,by telephone").After(Importing.Register).Events.Length.ShouldBe(2);

    [Theory]
    [InlineData("unknown")]
    [InlineData("Unknown")]
    [InlineData("../..")]
    public void Unknown_empties_a_cell(string cell)
    {
        var planned = Importing.PlanEvents(Headings, $"BEX-1-E1,BEX-1,notified,{cell},,nobody knows").Events.ShouldHaveSingleItem();

        planned.Row.Date.ShouldBeNull();
        planned.Change.Columns[0].ShouldBe(new ColumnChange("date", "2026-01-10", null));
    }

    [Fact]
    public void Withdrawn_yes_with_a_note_withdraws_and_frees_the_place_of_what_happens_once()
    {
        var plan = Importing.PlanEvents(Headings, ",BEX-1,notified,2026-01-12,,", "BEX-1-E1,BEX-1,notified,,yes,another case");

        plan.Said().ShouldBeEmpty();
        plan.Changes.Select(change => change.Kind).ShouldBe([ChangeKind.New, ChangeKind.Withdrawn]);
        plan.After(Importing.Register).Events.Single(row => row.Id == "BEX-1-E1").Withdrawn.ShouldBeTrue();
    }

    [Fact]
    public void A_withdrawal_that_is_itself_wrong_frees_no_place() =>
        Importing.PlanEvents(Headings, ",BEX-1,notified,2026-01-12,,", "BEX-1-E1,BEX-1,notified,,yes,").Mistakes.Select(mistake => (mistake.Row, mistake.Column))
            .ShouldBe([(3, "note"), (2, "event")]);

    [Fact]
    public void Withdrawn_no_restores_a_withdrawn_event_and_an_empty_cell_leaves_it_withdrawn()
    {
        var withdrawn = Importing.Register with
        {
            Events = [new EventRow { Id = "X", Reference = "BEX-1", Event = "decision", Date = "2026-02", Withdrawn = true, Note = "a slip" }],
        };

        Importing.Plan(withdrawn, ("events.csv", $"{Headings}\nX,BEX-1,decision,2026-02,no,it happened\n")).Changes.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Restored);
        Importing.Plan(withdrawn, ("events.csv", $"{Headings}\nX,BEX-1,decision,2026-02,,\n")).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_id_beside_an_identical_event_is_that_event()
    {
        var plan = Importing.PlanEvents(Headings, ",BEX-1,notified,2026-01-10,,by telephone");

        plan.Said().ShouldBeEmpty();
        plan.Unchanged.ShouldBe(1);
    }

    [Fact]
    public void An_empty_id_beside_what_a_corrected_event_said_once_is_no_new_event()
    {
        var earlier = new EventRow { Id = "BEX-1-E2", Reference = "BEX-1", Event = "report-completed", Date = "2026-06" };

        var plan = ImportPlan.Make(
            Importing.Read(("events.csv", $"{Headings}\n,BEX-1,report-completed,2026-06,,\n")), Importing.Register, Words.Known, Importing.Today, earlier: [earlier]);

        plan.Changes.ShouldBeEmpty();
        plan.Remarks.ShouldHaveSingleItem().ShouldContain("an earlier version of BEX-1-E2");
    }

    [Fact]
    public void An_id_that_nobody_knows_is_kept_by_the_new_row() =>
        Importing.PlanEvents(Headings, "OLD-77,BEX-1,decision,2026-02-01,,").Events.ShouldHaveSingleItem().Row.Id.ShouldBe("OLD-77");

    [Fact]
    public void The_same_id_twice_in_a_file_is_refused() =>
        Importing.PlanEvents(Headings, "N1,BEX-1,decision,2026-02-01,,", "N1,BEX-1,decision,2026-02-02,,").Mistakes.ShouldHaveSingleItem().Row.ShouldBe(3);

    [Fact]
    public void A_declared_way_to_write_days_is_kept_as_ISO()
    {
        var plan = ImportPlan.Make(
            Importing.Read(("events.csv", $"{Headings}\n,BEX-1,decision,03/02/2026,,\n,BEX-1,decision,by 04/02/2026,,\n")),
            Importing.Register, Words.Known, Importing.Today, Importing.Declared("dd/MM/yyyy"));

        plan.Events.Select(planned => planned.Row.Date).ShouldBe(["2026-02-03", "../2026-02-04"]);
    }

    [Fact]
    public void Other_tables_know_their_rows_by_their_keys()
    {
        var plan = Importing.Plan(
            ("partnerships.csv", "id,name\nbexley,Bexley Community Safety Partnership\n"),
            ("cases.csv", "reference,kept-since\nBEX-1,2026-01-01\n"),
            ("items.csv", "id,reference,kind,due\nA3,BEX-1,action,2027-03\n"));

        plan.Said().ShouldBeEmpty();
        plan.Changes.Select(change => change.ToString()).ShouldBe(
        [
            "corrected: partnership bexley: name 'Bexley CSP' -> 'Bexley Community Safety Partnership'",
            "corrected: case BEX-1: kept-since (not known) -> '2026-01-01'",
            "corrected: action of BEX-1 [A3]: due (not known) -> '2027-03'",
        ]);
        plan.Partnerships[0].Row.Jurisdiction.ShouldBe("england");
    }

    [Fact]
    public void What_was_withdrawn_is_no_new_event_in_a_file_that_is_imported_again()
    {
        var withdrawn = Importing.Register with
        {
            Events = [new EventRow { Id = "X", Reference = "BEX-1", Event = "decision", Date = "2026-02", Withdrawn = true, Note = "a slip" }],
        };

        var plan = Importing.Plan(withdrawn, ("events.csv", "id,reference,event,date\n,BEX-1,decision,2026-02\n"));

        plan.Changes.ShouldBeEmpty();
        plan.Remarks.ShouldHaveSingleItem().ShouldContain("an earlier version of X");
    }

    [Fact]
    public void An_event_that_turns_out_to_be_of_another_kind_loses_the_attributes_of_the_first()
    {
        var register = Importing.Register with
        {
            Events =
            [
                new EventRow { Id = "X", Reference = "BEX-1", Event = "decision", Date = "2026-02", Attributes = ImmutableDictionary<string, string>.Empty.Add("outcome", "review") },
            ],
        };

        var planned = Importing.Plan(register, ("events.csv", $"{Headings}\nX,BEX-1,report-completed,,,not a decision\n")).Events.ShouldHaveSingleItem();

        planned.Row.Attributes.ShouldBeEmpty();
        planned.Row.Date.ShouldBe("2026-02");
        planned.Change.Columns.Select(column => column.Column).ShouldBe(["event", "note", "outcome"]);
    }
}
