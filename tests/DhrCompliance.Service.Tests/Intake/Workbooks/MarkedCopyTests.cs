using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Workbooks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>What was handed in, with what is wrong in it marked.</summary>
public sealed class MarkedCopyTests
{
    private static readonly HandMade Book = new HandMade()
        .Sheet("cases", HandMade.Row("reference", "partnership", "count", "remarks")
            + HandMade.Row("BEX-1", "bexley", "many", "=1+1")
            + HandMade.Row("BEX-2", "bexley", "4", "unknown"))
        .Sheet("events", HandMade.Row("id", "reference", "event", "date") + "<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>BEX-9</t></is></c><c r=\"C5\" t=\"inlineStr\"><is><t>decision</t></is></c><c r=\"D5\"><f>1</f><v>1</v></c></row>");

    [Fact]
    public void The_wrong_cells_are_marked_and_explained_beside_their_row()
    {
        var copy = Copy();

        copy.Sheets.Select(sheet => sheet.Name).ShouldBe(["mistakes", "cases", "events"]);
        var cases = copy.Sheets[1];
        cases.Columns.Select(column => column.Heading).ShouldBe(["what-is-wrong", "reference", "partnership", "count", "remarks"]);
        cases.Rows[0].Cells.ShouldBe(["count: expected a number in figures, such as 47 or 1.5", "BEX-1", "bexley", "many", "'=1+1"]);
        Enumerable.Range(0, 5).Select(cases.Rows[0].MarkOf).ShouldBe([CellMark.Wrong, CellMark.None, CellMark.None, CellMark.Wrong, CellMark.None]);
        cases.Rows[1].Cells[0].ShouldBeEmpty();
        Enumerable.Range(0, 5).Select(cases.Rows[1].MarkOf).ShouldAllBe(mark => mark == CellMark.None);
    }

    [Fact]
    public void The_mistakes_stand_in_a_table_with_sheet_row_column_value_and_what_was_expected()
    {
        var table = Copy().Sheets[0];

        table.Columns.Select(column => column.Heading).ShouldBe(["file", "sheet", "row", "column", "value", "expected", "row here"]);
        table.Rows[0].Cells.ShouldBe(["in.xlsx", "cases", "2", "count", "many", "a number in figures, such as 47 or 1.5", "2"]);
        table.Rows.Select(row => (row.Cells[1], row.Cells[2], row.Cells[3], row.Cells[^1])).ShouldBe(
            [("cases", "2", "count", "2"), ("events", "5", "date", "2"), ("events", "5", "reference", "2")]);
    }

    [Fact]
    public void Mended_and_handed_in_again_it_is_taken()
    {
        var copy = Copy();
        var mended = copy with
        {
            Sheets =
            [
                copy.Sheets[0],
                copy.Sheets[1] with { Rows = [copy.Sheets[1].Rows[0] with { Cells = copy.Sheets[1].Rows[0].Cells.SetItem(3, "47") }, copy.Sheets[1].Rows[1]] },
                copy.Sheets[2] with { Rows = [copy.Sheets[2].Rows[0] with { Cells = ["", "", "BEX-1", "decision", "2026-02-01"] }] },
            ],
        };

        var plan = ImportPlan.Make(HandMade.Read(Bytes(mended)), Importing.Register, Words.Known, Importing.Today);

        plan.Said().ShouldBeEmpty();
        plan.Cases[0].Row.Facts.ShouldContainKeyAndValue("remarks", "=1+1");
        plan.Cases[0].Row.Facts.ShouldContainKeyAndValue("count", "47");
        plan.Events.ShouldHaveSingleItem();
    }

    /// <summary>Every way in which a cell can be wrong, in columns of dates, words, numbers and free text.</summary>
    public static TheoryData<string, string> WrongCells { get; } = Wrong();

    [Theory]
    [MemberData(nameof(WrongCells))]
    public void Handed_in_again_as_it_is_it_is_refused_in_the_same_cells(string cases, string events)
    {
        var incoming = new HandMade()
            .Sheet("cases", HandMade.Row("reference", "partnership", "count", "remarks") + cases)
            .Sheet("events", HandMade.Row("id", "reference", "event", "date", "note") + events).Read();
        var first = ImportPlan.Make(incoming, Importing.Register, Words.Known, Importing.Today);
        var copy = MarkedCopy.Of(incoming, first.Mistakes, Words.Known);

        var again = ImportPlan.Make(HandMade.Read(Bytes(copy)), Importing.Register, Words.Known, Importing.Today);

        first.Mistakes.ShouldNotBeEmpty();
        again.Mistakes.Select(mistake => (mistake.Sheet, mistake.Column)).ShouldBe(first.Mistakes.Select(mistake => (mistake.Sheet, mistake.Column)));
        again.Changes.Count().ShouldBe(first.Changes.Count());
    }

    private static TheoryData<string, string> Wrong()
    {
        string[] cells =
        [
            "<c r=\"{0}\"><f>TODAY()-30</f></c>", "<c r=\"{0}\"><f>TODAY()-30</f><v></v></c>", "<c r=\"{0}\" s=\"1\"><f>TODAY()-30</f><v>46000</v></c>",
            "<c r=\"{0}\" t=\"str\"><f>A1</f><v>2026-01-01</v></c>", "<c r=\"{0}\" t=\"shared\"><f t=\"shared\" si=\"0\"/></c>",
            "<c r=\"{0}\" s=\"7\"><v>46300.604166666664</v></c>", "<c r=\"{0}\" s=\"5\"><v>0.5</v></c>", "<c r=\"{0}\" s=\"1\"><v>-5</v></c>",
            "<c r=\"{0}\" t=\"e\"><v>#N/A</v></c>", "<c r=\"{0}\" t=\"s\"><v>77</v></c>",
        ];
        var data = new TheoryData<string, string>();
        foreach (var cell in cells)
        {
            foreach (var column in "BCD")
            {
                var other = column == 'B' ? "" : "<c r=\"B2\" t=\"inlineStr\"><is><t>bexley</t></is></c>";
                data.Add($"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>BEX-1</t></is></c>{other}{string.Format(System.Globalization.CultureInfo.InvariantCulture, cell, $"{column}2")}</row>", "");
            }

            foreach (var column in "DE")
            {
                var date = column == 'D' ? "" : "<c r=\"D2\" t=\"inlineStr\"><is><t>2026-02-01</t></is></c>";
                data.Add("", $"<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>BEX-1</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>decision</t></is></c>{date}{string.Format(System.Globalization.CultureInfo.InvariantCulture, cell, $"{column}2")}</row>");
            }
        }

        return data;
    }

    [Fact]
    public void The_format_s_own_validator_finds_nothing()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes(Copy())), isEditable: false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    private static Workbook Copy()
    {
        var incoming = Book.Read();
        return MarkedCopy.Of(incoming, ImportPlan.Make(incoming, Importing.Register, Words.Known, Importing.Today).Mistakes, Words.Known);
    }

    private static byte[] Bytes(Workbook book)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(book, stream);
        return stream.ToArray();
    }
}
