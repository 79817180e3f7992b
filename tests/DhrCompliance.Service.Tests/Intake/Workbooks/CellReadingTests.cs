using DhrCompliance.Service.Intake.Reading.Workbooks;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>What the cells of a spreadsheet program stand for.</summary>
public sealed class CellReadingTests
{
    [Theory]
    [InlineData("<c t=\"inlineStr\"><is><t>2013-07</t></is></c>", "2013-07")]
    [InlineData("<c t=\"s\"><v>0</v></c>", "shared")]
    [InlineData("<c t=\"s\"><v>1</v></c>", "rich text")]
    [InlineData("<c t=\"s\"><v>2</v></c>", "line\r\nbreak")]
    [InlineData("<c><v>47</v></c>", "47")]
    [InlineData("<c><v>0.10000000000000001</v></c>", "0.1")]
    [InlineData("<c><v>1E+6</v></c>", "1000000")]
    [InlineData("<c s=\"6\"><v>2013</v></c>", "2013")]
    [InlineData("<c s=\"1\"><v>46112</v></c>", "2026-03-31")]
    [InlineData("<c s=\"2\"><v>41456</v></c>", "2013-07")]
    [InlineData("<c s=\"3\"><v>41456</v></c>", "2013")]
    [InlineData("<c s=\"4\"><v>46112</v></c>", "2026-03-31")]
    [InlineData("<c s=\"1\"><v>1</v></c>", "1900-01-01")]
    [InlineData("<c s=\"1\"><v>59</v></c>", "1900-02-28")]
    [InlineData("<c s=\"1\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c t=\"d\"><v>2026-03-31T00:00:00</v></c>", "2026-03-31")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c t=\"str\"><v>text_x0041_</v></c>", "textA")]
    public void A_cell_is_the_text_that_it_shows(string cell, string text) => Read(cell).Cells[1].ShouldBe(text);

    [Theory]
    [InlineData("<c s=\"1\"><v>44650</v></c>", "2026-03-31")]
    [InlineData("<c s=\"2\"><v>39994</v></c>", "2013-07")]
    [InlineData("<c s=\"1\"><v>0</v></c>", "1904-01-01")]
    public void Days_may_be_counted_from_1904(string cell, string text) => Read(cell, from1904: true).Cells[1].ShouldBe(text);

    [Theory]
    [InlineData("<c><f>A1+1</f><v>2</v></c>", "2", "a value, and this is a formula: copy the cell and paste it as a value")]
    [InlineData("<c t=\"str\"><f>A1</f><v>BEX</v></c>", "BEX", "a value, and this is a formula: copy the cell and paste it as a value")]
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", "#REF!", "a value, and this is an error of a formula")]
    [InlineData("<c s=\"5\"><v>0.5</v></c>", "0.5", "a day as text (2026-03-31), and this is a time of day")]
    [InlineData("<c s=\"7\"><v>46112.5</v></c>", "2026-03-31 12:00", "a day as text (2026-03-31), and this has a time of day as well")]
    [InlineData("<c s=\"1\"><v>60</v></c>", "60", "a day of the calendar from 1900 on; type it as text (2026-03-31)")]
    [InlineData("<c s=\"1\"><v>-5</v></c>", "-5", "a day of the calendar from 1900 on; type it as text (2026-03-31)")]
    [InlineData("<c s=\"1\"><v>99999999</v></c>", "99999999", "a day of the calendar from 1900 on; type it as text (2026-03-31)")]
    [InlineData("<c t=\"s\"><v>99</v></c>", "99", "a text, and the workbook refers to one that it does not have; open it in a spreadsheet program and save it anew")]
    public void What_nobody_typed_is_not_taken(string cell, string text, string expected)
    {
        var row = Read(cell);

        row.Cells[1].ShouldBe(text);
        row.Troubles.ShouldHaveSingleItem().ShouldBe(new(1, expected));
    }

    [Theory]
    [InlineData("General", nameof(NumberMeaning.Number))]
    [InlineData("0.00E+00", nameof(NumberMeaning.Number))]
    [InlineData("#,##0 \"days\"", nameof(NumberMeaning.Number))]
    [InlineData("[Red]0", nameof(NumberMeaning.Number))]
    [InlineData("_-* #,##0.00_-;\\-* #,##0.00_-", nameof(NumberMeaning.Number))]
    [InlineData("dd/mm/yyyy", nameof(NumberMeaning.Day))]
    [InlineData("dd/mm/yyyy hh:mm", nameof(NumberMeaning.Day))]
    [InlineData("[$-809]d mmmm yyyy;@", nameof(NumberMeaning.Day))]
    [InlineData("mmm-yy", nameof(NumberMeaning.Month))]
    [InlineData("mmmm\\ yyyy", nameof(NumberMeaning.Month))]
    [InlineData("yyyy", nameof(NumberMeaning.Year))]
    [InlineData("\"year\" yy", nameof(NumberMeaning.Year))]
    [InlineData("mmmm", nameof(NumberMeaning.Day))]
    [InlineData("hh:mm:ss", nameof(NumberMeaning.Time))]
    [InlineData("[h]:mm", nameof(NumberMeaning.Time))]
    public void A_format_tells_a_month_from_a_day(string code, string meaning) => CellFormats.Of(code).ToString().ShouldBe(meaning);

    [Fact]
    public void A_formula_is_told_by_its_place_and_the_row_is_not_imported()
    {
        var plan = new HandMade()
            .Sheet("events", HandMade.Row("id", "reference", "event", "date")
                + "<row><c/><c t=\"inlineStr\"><is><t>BEX-1</t></is></c><c t=\"inlineStr\"><is><t>decision</t></is></c><c s=\"1\"><f>TODAY()</f><v>46112</v></c></row>"
                + HandMade.Row("", "BEX-1", "decision", "2026-02-01"))
            .Plan();

        plan.Said().ShouldBe(["in.xlsx, sheet events, row 2, column date: '2026-03-31': expected a value, and this is a formula: copy the cell and paste it as a value"]);
        plan.Events.ShouldHaveSingleItem().Row.Date.ShouldBe("2026-02-01");
    }

    private static DhrCompliance.Service.Intake.Sheets.SheetRow Read(string cell, bool from1904 = false)
    {
        var book = new HandMade()
            .Part("xl/sharedStrings.xml", $"<sst xmlns=\"{HandMade.Main}\"><si><t>shared</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh><t>spoken</t></rPh></si><si><t>line_x000D_\nbreak</t></si></sst>")
            .Sheet("cases", HandMade.Row("reference", "remarks") + $"<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>BEX-1</t></is></c>{cell.Replace("<c", "<c r=\"B5\"", StringComparison.Ordinal)}</row>");
        var row = (from1904 ? book.From1904() : book).Read().Sheets.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem();
        row.Number.ShouldBe(5);
        return row;
    }
}
