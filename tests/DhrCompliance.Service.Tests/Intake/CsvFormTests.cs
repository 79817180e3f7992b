using System.Text;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Tests.Intake;

public sealed class CsvFormTests
{
    [Fact]
    public void UTF_8_is_read_with_a_mark_and_without()
    {
        var plain = Encoding.UTF8.GetBytes("id,name,jurisdiction\nmole,Môle,england\n");

        Read(plain).Rows[0].Cells[1].ShouldBe("Môle");
        Read([.. Encoding.UTF8.Preamble, .. plain]).Columns[0].ShouldBe("id");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Any_line_ending_ends_a_row(string end) =>
        Read(Encoding.UTF8.GetBytes($"id,name{end}a,b{end}c,d")).Rows.Select(row => row.Number).ShouldBe([2, 3]);

    [Fact]
    public void Bytes_of_another_encoding_are_told_with_their_line_and_what_to_do()
    {
        byte[] bytes = [.. "id,name\na,b\nc,Caf"u8, 0xE9, .. " d\n"u8];

        Refusal(bytes).ShouldBe("partnerships.csv, row 3: expected text in UTF-8, and byte 0xE9 in line 3, after 'Caf', is none (it looks like Windows-1252); in a spreadsheet, save as 'CSV UTF-8'");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Wide_text_is_named(string encoding)
    {
        var wide = Encoding.GetEncoding(encoding);

        Refusal([.. wide.Preamble, .. wide.GetBytes("id,name\n")]).ShouldContain("this is UTF-16 or UTF-32");
    }

    [Fact]
    public void A_NUL_byte_is_no_text() => Refusal([.. "id,name\na,b"u8, 0, .. "\n"u8]).ShouldContain("there is a NUL byte in line 2");

    [Theory]
    [InlineData("id,name\na,\"never closed\nb,c\n", "partnerships.csv, row 2: expected a closing quotation mark: the one that opens here is never closed")]
    [InlineData("id,name\na,\"closed\"early\n", "partnerships.csv, row 2: expected a comma or the end of the row after a closing quotation mark; one inside a cell is doubled")]
    [InlineData("id,name\na,5\" pipe\n", "partnerships.csv, row 2: expected quotation marks around the whole cell, and those inside it doubled")]
    [InlineData("id;name;jurisdiction\na;b;england\n", "partnerships.csv, row 1: 'id;name;jurisdiction': expected columns separated by commas")]
    [InlineData("", "partnerships.csv, row 1: expected the headings of the columns in the first row")]
    [InlineData("\nid,name\n", "partnerships.csv, row 1: expected the headings of the columns in the first row")]
    public void A_broken_form_is_told_with_its_row(string text, string said) => Refusal(Encoding.UTF8.GetBytes(text)).ShouldBe(said);

    [Fact]
    public void Too_many_columns_are_refused() =>
        Refusal(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 501)))).ShouldContain("at most 500 columns, not 501");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_of_a_gigabyte_is_refused_after_its_first_part(bool isQuoted)
    {
        using var stream = new EndlessLine(isQuoted ? "id,name\na,\"" : "id,name\na,");

        Refusal(stream).ShouldBe("partnerships.csv, row 2: expected a row of at most 1048576 bytes; is a quotation mark not closed, or is this no CSV file?");
        stream.Given.ShouldBeLessThan(8L << 20);
    }

    [Fact]
    public void A_file_beyond_its_limit_is_refused_while_it_is_read()
    {
        var limits = ImportLimits.Usual with { FileBytes = 1_000 };

        Refusal(new MemoryStream(Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Repeat("a,b\n", 1_000)))), limits)
            .ShouldBe("partnerships.csv: expected a file of at most 1000 bytes; split it");
    }

    private static Sheet Read(byte[] bytes) => CsvSheet.Read(new MemoryStream(bytes), "partnerships.csv", TableName.Partnerships, null, ImportLimits.Usual);

    private static string Refusal(byte[] bytes) => Refusal(new MemoryStream(bytes));

    private static string Refusal(Stream stream, ImportLimits? limits = null) => Should.Throw<RefusedFileException>(() =>
        CsvSheet.Read(stream, "partnerships.csv", TableName.Partnerships, null, limits ?? ImportLimits.Usual)).Mistake.ToString();
}
