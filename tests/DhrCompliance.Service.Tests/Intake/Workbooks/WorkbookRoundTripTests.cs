using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Reading.Workbooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Workbooks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>What is exported to a workbook and imported again is what it was, whatever stands in its texts.</summary>
public sealed class WorkbookRoundTripTests
{
    [Fact]
    public void A_workbook_into_an_empty_register_gives_the_same_rows() => Check(FullRegister.With("by telephone"));

    [Fact]
    public void Hostile_texts_come_back_as_they_were() =>
        Prop.ForAll(FullRegister.HostileTexts, text => Check(FullRegister.With(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_workbook_imported_beside_itself_changes_nothing()
    {
        var register = FullRegister.With("=a note");

        Plan(Bytes(register), register).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_register_gives_a_workbook_with_every_sheet_and_no_row()
    {
        var incoming = HandMade.Read(Bytes(new RegisterRows()));

        incoming.Mistakes.ShouldBeEmpty();
        incoming.Sheets.Select(sheet => sheet.Name).ShouldBe(
            ["cases", "events", "deceaseds", "actions", "agency-reviews", "families", "contacts", "partnerships", "protocols", "case-partnerships"]);
        incoming.Sheets.ShouldAllBe(sheet => sheet.Rows.IsEmpty);
    }

    [Fact]
    public void The_bytes_depend_on_nothing_but_the_rows()
    {
        var register = FullRegister.With("x");
        var turned = register with { Events = [.. register.Events.Reverse()], Contacts = [.. register.Contacts.Reverse()] };

        Bytes(turned).ShouldBe(Bytes(register));
    }

    [Fact]
    public void Every_kind_of_item_has_its_sheet_and_what_has_none_is_among_the_items()
    {
        var register = FullRegister.With("x");
        register = register with { Items = [.. register.Items, new ItemRow { Id = "Z1", Reference = "BEX-1", Kind = "lost-kind" }] };

        var sheets = RegisterWorkbook.Sheets(register, Words.Known);

        sheets.Single(sheet => sheet.Name == "actions").Rows.ShouldHaveSingleItem();
        sheets.Single(sheet => sheet.Name == "items").Rows.ShouldHaveSingleItem().Cells.ShouldContain("lost-kind");
    }

    [Fact]
    public void Words_are_offered_as_drop_downs_and_dates_say_that_they_are_text()
    {
        var events = RegisterWorkbook.Shown(RegisterWorkbook.Sheets(FullRegister.With("x"), Words.Known).Single(sheet => sheet.Name == "events"), Words.Known, []);
        WorkbookColumn Column(string name) => events.Columns.Single(column => column.Heading == name);

        Column("event").Choices.ShouldContain("decision");
        Column("outcome").Choices.ShouldBe(["review", "no-review", "approved", "approved-with-changes", "resubmit", "unknown"]);
        Column("date").Prompt.ShouldNotBeNull().ShouldStartWith("A date, as text: 2026-03-31");
        Column("to").Prompt.ShouldNotBeNull().ShouldContain("home-office, csp-board, family");
        Column("as-exported").IsHidden.ShouldBeTrue();
    }

    [Fact]
    public void A_text_that_no_cell_can_hold_is_left_empty_and_told()
    {
        var register = FullRegister.With(new string('x', 40_000));
        List<string> tooLong = [];
        var sheet = RegisterWorkbook.Shown(RegisterWorkbook.Sheets(register, Words.Known).Single(one => one.Name == "cases"), Words.Known, tooLong);

        tooLong.ShouldBe(["cases.csv, sheet cases, row 2, column remarks"]);
        sheet.Rows.ShouldHaveSingleItem().Cells.ShouldAllBe(cell => cell.Length < 100);
    }

    [Fact]
    public void The_format_s_own_validator_finds_nothing()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes(FullRegister.With("=1+1\r\n_x000D_\u0007"))), isEditable: false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        document.WorkbookPart!.WorksheetParts.Count().ShouldBe(11);
    }

    private static void Check(RegisterRows register)
    {
        var plan = Plan(Bytes(register), new RegisterRows());
        plan.Said().ShouldBeEmpty();
        FullRegister.Values(plan.After(new RegisterRows())).ShouldBe(FullRegister.Values(register));
    }

    private static ImportPlan Plan(byte[] bytes, RegisterRows into)
    {
        var incoming = WorkbookSheets.Read(new MemoryStream(bytes), "register.xlsx", Words.Known, ImportLimits.Usual);
        return ImportPlan.Make(incoming, into, Words.Known, Importing.Today);
    }

    private static byte[] Bytes(RegisterRows register)
    {
        using var stream = new MemoryStream();
        ImmutableArray<WorkbookSheet> sheets = [.. RegisterWorkbook.Sheets(register, Words.Known).Select(sheet => RegisterWorkbook.Shown(sheet, Words.Known, []))];
        WorkbookWriter.Write(new Workbook(sheets), stream);
        return stream.ToArray();
    }
}
