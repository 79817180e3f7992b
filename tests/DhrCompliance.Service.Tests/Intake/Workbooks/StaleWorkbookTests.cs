using System.Collections.Immutable;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>A workbook that lay about while the register went on.</summary>
public sealed class StaleWorkbookTests
{
    private static readonly RegisterRows Exported = Importing.Register with
    {
        Cases =
        [
            new CaseRow { Reference = "BEX-1", Partnership = "bexley", Facts = ImmutableDictionary<string, string>.Empty.Add("count", "1").Add("remarks", "first") },
            new CaseRow { Reference = "BEX-2", Partnership = "bexley" },
        ],
    };

    [Fact]
    public void What_nobody_touched_never_overwrites_what_is_newer()
    {
        var now = Changed("BEX-1", "count", "2");

        var plan = Plan(Book(), now);

        plan.Said().ShouldBeEmpty();
        plan.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_cell_of_a_row_that_changed_since_is_refused_with_what_stands_now_and_who_and_when()
    {
        var now = Changed("BEX-1", "count", "2");

        var plan = Plan(Book(("cases", 2, "count", "3"), ("cases", 2, "parallel-review", "yes"), ("cases", 3, "count", "7")), now);

        plan.Said().ShouldBe(
            [
                "register.xlsx, sheet cases, row 2, column parallel-review: 'yes': expected nothing, which stands there now: the row was changed by A. Officer on 2026-11-19 09:30 UTC, after this workbook was exported; export it again, and change it there if it is still to be changed",
                "register.xlsx, sheet cases, row 2, column count: '3': expected '2', which stands there now: the row was changed by A. Officer on 2026-11-19 09:30 UTC, after this workbook was exported; export it again, and change it there if it is still to be changed",
            ]);
        plan.Cases.ShouldHaveSingleItem().Row.Reference.ShouldBe("BEX-2");
    }

    [Fact]
    public void A_change_that_the_register_has_made_too_is_none()
    {
        var plan = Plan(Book(("cases", 2, "count", "2")), Changed("BEX-1", "count", "2"));

        plan.Said().ShouldBeEmpty();
        plan.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_cell_of_a_row_that_is_as_it_was_goes_in()
    {
        var plan = Plan(Book(("cases", 2, "count", "3")), Exported);

        plan.Said().ShouldBeEmpty();
        plan.Cases.ShouldHaveSingleItem().Row.Facts["count"].ShouldBe("3");
    }

    [Fact]
    public void What_the_register_must_not_tell_is_not_told_here_either()
    {
        var plan = Plan(Book(("cases", 2, "remarks", "mine")), Changed("BEX-1", "remarks", "theirs"));

        plan.Said().ShouldHaveSingleItem().ShouldStartWith("register.xlsx, sheet cases, row 2, column remarks: expected what stands there now (not shown): the row was changed by A. Officer");
    }

    [Fact]
    public void A_row_that_came_back_to_what_it_said_is_as_it_was()
    {
        var history = Changed("BEX-1", "count", "2");

        var plan = Plan(Book(("cases", 2, "count", "3")), Exported, history, Exported);

        plan.Said().ShouldBeEmpty();
        plan.Cases.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_row_of_another_register_changes_nothing_here()
    {
        var other = Exported with { Cases = [Exported.Cases[0] with { Facts = ImmutableDictionary<string, string>.Empty.Add("count", "9") }, Exported.Cases[1]] };

        var plan = Plan(Book(other), Exported);

        plan.Said().ShouldHaveSingleItem().ShouldContain("row 2, column count: '9': expected '1', which stands there now: the version that this row was exported from is none of this register's");
    }

    [Fact]
    public void An_event_is_corrected_by_its_id_and_withdrawn_and_refused_where_it_was_corrected_since()
    {
        var book = Book(("events", 2, "withdrawn", "yes"), ("events", 2, "note", "never happened"), ("events", 3, "date", "2026-07-04"), ("events", 3, "note", "the letter says so"));
        var corrected = Exported with { Events = [Exported.Events[0] with { Date = "2026-01-11", Note = "by letter", WitnessedAt = At }, Exported.Events[1]] };

        Plan(book, Exported).Changes.Select(change => change.Kind).ShouldBe([ChangeKind.Withdrawn, ChangeKind.Corrected]);
        var late = Plan(book, corrected);
        late.Changes.Select(change => change.Id).ShouldBe(["BEX-1-E2"]);
        late.Mistakes.Select(mistake => (mistake.Sheet, mistake.Row, mistake.Column)).ShouldBe([("events", 2, "withdrawn"), ("events", 2, "note")]);
    }

    [Fact]
    public void A_cell_that_was_emptied_says_nothing_and_that_is_told()
    {
        var plan = Plan(Book(("cases", 2, "count", "")), Exported);

        plan.Changes.ShouldBeEmpty();
        plan.Remarks.ShouldBe(["register.xlsx, sheet cases, row 2, column count: the cell was emptied, which says nothing: 'unknown' would remove what the register says"]);
    }

    [Fact]
    public void Unknown_removes_what_the_register_says()
    {
        var plan = Plan(Book(("cases", 2, "count", "unknown")), Exported);

        plan.Said().ShouldBeEmpty();
        plan.Cases.ShouldHaveSingleItem().Row.Facts.ShouldNotContainKey("count");
    }

    private static DateTimeOffset At { get; } = new(2026, 11, 19, 9, 30, 0, TimeSpan.Zero);

    private static RegisterRows Changed(string reference, string fact, string value) => Exported with
    {
        Cases = [.. Exported.Cases.Select(row => row.Reference == reference ? row with { Facts = row.Facts.SetItem(fact, value), WitnessedAt = At } : row)],
    };

    private static IncomingRegister Book(params (string Sheet, int Row, string Column, string Value)[] edits) => Book(Exported, edits);

    private static IncomingRegister Book(RegisterRows register, params (string Sheet, int Row, string Column, string Value)[] edits) => new()
    {
        Sheets =
        [
            .. RegisterWorkbook.Sheets(register, Words.Known).Select(sheet => Service.Intake.Reading.SheetForm.Of(
                [
                    new SheetRow(1, sheet.Columns),
                    .. sheet.Rows.Select(row => edits.Where(edit => edit.Sheet == sheet.Name && edit.Row == row.Number)
                        .Aggregate(row, (edited, edit) => edited with { Cells = edited.Cells.SetItem(sheet.Place(edit.Column), edit.Value) })),
                ],
                "register.xlsx", sheet.Name, sheet.Table, sheet.ItemKind)),
        ],
    };

    private static ImportPlan Plan(IncomingRegister incoming, RegisterRows now, params RegisterRows[] history) => ImportPlan.Make(
        incoming, now, Words.Known, Importing.Today, null, null,
        new PastVersions(now, Words.Known.Names, () => [Exported, .. history, now], (_, _) => "A. Officer"));
}
