using System.IO.Compression;
using System.Text;
using DhrCompliance.Service.Intake.Reading;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>Workbooks that were made to break something, and those that are merely not what they seem: each is refused with what to do, and nothing of it comes in.</summary>
public sealed class HostileWorkbookTests
{
    private static string Headings => HandMade.Row("reference", "partnership");

    private static string Good => Headings + HandMade.Row("BEX-3", "bexley");

    [Theory]
    [InlineData("xl/vbaProject.bin", "without macros")]
    [InlineData("xl/VBAPROJECT.BIN", "without macros")]
    [InlineData("xl/macrosheets/sheet1.xml", "without macros")]
    [InlineData("xl/externalLinks/externalLink1.xml", "links to other files")]
    [InlineData("xl/connections.xml", "connections")]
    [InlineData("xl/embeddings/oleObject1.bin", "without macros, links to other files or connections")]
    [InlineData("../../etc/cron.d/x", "which leads out of it")]
    [InlineData("/etc/passwd", "which leads out of it")]
    [InlineData("..\\..\\x", "which leads out of it")]
    [InlineData("C:/x", "which leads out of it")]
    [InlineData("xl/Workbook.xml", "is there twice")]
    public void A_part_that_has_no_business_there_refuses_the_workbook(string part, string said) =>
        Refused(new HandMade().Sheet("cases", Good).Part(part, "x").Bytes()).ShouldContain(said);

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>", "without a document type declaration")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>", "without a document type declaration")]
    [InlineData("<worksheet><sheetData><row>", "is broken")]
    [InlineData("<worksheet>&undeclared;</worksheet>", "is broken")]
    [InlineData("", "is broken")]
    [InlineData("\0\0\0\0", "is broken")]
    public void XML_is_not_believed(string sheet, string said)
    {
        var book = new HandMade().Sheet("cases", Good).Bytes();

        Refused(Replaced(book, "xl/worksheets/sheet1.xml", sheet)).ShouldContain(said);
    }

    [Fact]
    public void An_encrypted_workbook_and_an_old_one_are_told_by_their_first_bytes() =>
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5000]]).ShouldContain("without a password; this is one that is encrypted, or an .xls of before 2007");

    [Theory]
    [InlineData("id,reference,event,date\n")]
    [InlineData("<html><table></table></html>")]
    [InlineData("")]
    [InlineData("PK")]
    public void Another_file_under_that_name_is_told(string text) =>
        Refused(Encoding.UTF8.GetBytes(text)).ShouldContain("and this is none, whatever its name says");

    [Fact]
    public void Wherever_it_was_cut_off_it_is_told_and_nothing_comes_in()
    {
        var whole = new HandMade().Sheet("cases", Good).Bytes();

        for (var length = 8; length < whole.Length; length += 37)
        {
            Refused(whole[..length]).ShouldContain("expected a workbook");
        }
    }

    [Fact]
    public void Whatever_byte_is_changed_it_is_read_as_it_was_or_told()
    {
        var whole = new HandMade().Sheet("cases", Good).Bytes();

        for (var at = 0; at < whole.Length; at += 11)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x5A;
            var incoming = HandMade.Read(changed);
            (incoming.Mistakes.Length > 0 || incoming.Sheets.Length == 1).ShouldBeTrue();
        }
    }

    [Fact]
    public void An_archive_of_something_else_is_told()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("mimetype").Open();
            part.Write("application/vnd.oasis.opendocument.spreadsheet"u8);
        }

        Refused(stream.ToArray()).ShouldContain("its part '_rels/.rels' is missing");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked_whole()
    {
        // A gigabyte of blanks between very many rows, in a few megabytes.
        var bomb = Bytes("xl/worksheets/sheet1.xml", stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{HandMade.Main}\"><sheetData>{Good}"));
            var blanks = new byte[1 << 12];
            Array.Fill(blanks, (byte)' ');
            "<row/>"u8.CopyTo(blanks);
            for (var count = 0; count < 1024 * 256; count++)
            {
                stream.Write(blanks);
            }
        });

        bomb.Length.ShouldBeLessThan(16 << 20);
        Refused(bomb).ShouldContain("when it is unpacked; split it");
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row", "></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "</sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row a=\"", "\"></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><!--", "--></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet", "/>")]
    [InlineData("xl/styles.xml", "<styleSheet><cellXfs", "/></styleSheet>")]
    [InlineData("xl/workbook.xml", "<workbook><sheets", "/></workbook>")]
    [InlineData("_rels/.rels", "<Relationships", "/>")]
    [InlineData("xl/_rels/workbook.xml.rels", "<Relationships><Relationship", "/></Relationships>")]
    [InlineData("xl/sharedStrings.xml", "<sst><si", "/></sst>")]
    public void A_tag_of_megabytes_is_refused_before_it_is_read_over_and_over(string part, string before, string after)
    {
        var book = new HandMade().Part("xl/sharedStrings.xml", "<sst/>").Sheet("cases", Good).Bytes();

        Refused(Replaced(book, part, before + new string(' ', 40_000_000) + after)).ShouldContain($"its part '{part}' has tags, or blanks between them, that are far longer than any program writes");
    }

    [Fact]
    public void Tags_that_are_long_each_and_very_long_together_are_refused()
    {
        var rows = string.Concat(Enumerable.Repeat($"<row{new string(' ', 200_000)}/>", 100));

        Refused(new HandMade().Sheet("cases", Good + rows).Bytes()).ShouldContain("far longer than any program writes");
        new HandMade().Sheet("cases", Good + $"<row{new string(' ', 200_000)}/>").Read().Mistakes.ShouldBeEmpty();
    }

    [Fact]
    public void Another_document_under_that_name_is_told_for_what_it_is()
    {
        Refused(Encoding.UTF8.GetBytes("%PDF-1.7 and more")).ShouldContain("this is a PDF document");
        Refused(Replaced(new HandMade().Sheet("cases", Good).Bytes(), "xl/workbook.xml", "<document/>")).ShouldContain("this is a Word document: save the table as .xlsx");
    }

    [Fact]
    public void A_text_of_megabytes_is_refused_while_it_is_read()
    {
        var texts = new HandMade().Sheet("cases", Headings + $"<row><c t=\"inlineStr\"><is><t>{new string('x', 3_000_000)}</t></is></c></row>").Bytes();

        Refused(texts).ShouldContain("cells of at most 32767 characters");
    }

    [Fact]
    public void Ten_million_cells_are_refused_once_there_are_too_many()
    {
        var row = Encoding.UTF8.GetBytes("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 100)) + "</row>");
        var book = Bytes("xl/worksheets/sheet1.xml", stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{HandMade.Main}\"><sheetData>"));
            for (var count = 0; count < 100_000; count++)
            {
                stream.Write(row);
            }

            stream.Write("</sheetData></worksheet>"u8);
        });

        Refused(book).ShouldContain("at most 5000000 cells with content");
    }

    [Fact]
    public void Few_cells_far_to_the_right_weigh_as_much_as_many()
    {
        var far = string.Concat(Enumerable.Range(2, 400).Select(row => $"<row r=\"{row}\"><c r=\"SF{row}\"><v>1</v></c></row>"));

        Refused(new HandMade().Sheet("cases", Headings + far).Bytes(), ImportLimits.Usual with { Cells = 10_000 }).ShouldContain("at most 10000 cells with content");
    }

    [Theory]
    [InlineData("<row r=\"3\"/><row r=\"2\"/>", "rows in their order")]
    [InlineData("<row r=\"99999999999\"><c><v>1</v></c></row>", "rows in their order")]
    [InlineData("<row r=\"3000000\"><c><v>1</v></c></row>", "at most 2000000 rows")]
    [InlineData("<row><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>", "cells in their order")]
    [InlineData("<row><c r=\"ZZZZZZZZZZ2\"><v>1</v></c></row>", "at most 500 columns")]
    [InlineData("<row><c r=\"2\"><v>1</v></c></row>", "cells in their order")]
    public void Places_are_not_believed(string rows, string said) =>
        Refused(new HandMade().Sheet("cases", Headings + rows).Bytes()).ShouldContain(said);

    [Fact]
    public void A_hidden_sheet_that_would_be_imported_is_refused_and_one_that_would_not_is_passed_over()
    {
        Refused(new HandMade().Sheet("cases", Good, state: "veryHidden").Bytes()).ShouldContain("sheet cases: expected a sheet that can be seen");
        var incoming = new HandMade().Sheet("cases", Good).Sheet("lists", Good, state: "hidden").Read();
        incoming.Mistakes.ShouldBeEmpty();
        incoming.Ignored.ShouldBeEmpty();
    }

    [Fact]
    public void Merged_cells_are_named() =>
        Refused(new HandMade().Sheet("cases", Good, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>").Bytes())
            .ShouldBe("in.xlsx, sheet cases: expected each cell by itself, and these are merged: A2:A3; undo it (Merge & Center) and fill in each cell");

    [Fact]
    public void A_sheet_without_headings_and_a_formula_for_a_heading_are_told()
    {
        Refused(new HandMade().Sheet("cases", "").Bytes()).ShouldContain("row 1: expected the headings of the columns");
        Refused(new HandMade().Sheet("cases", "<row><c><f>A1</f><v>1</v></c></row>").Bytes()).ShouldContain("row 1: expected the headings of the columns");
    }

    [Fact]
    public void Two_sheets_of_one_name_and_a_workbook_without_one_of_ours_are_told()
    {
        var twice = new HandMade().Sheet("cases", Good).Sheet("CASES", Good).Read();
        twice.Mistakes.ShouldHaveSingleItem().ToString().ShouldBe("in.xlsx, sheet CASES: expected each sheet once");
        Refused(new HandMade().Sheet("Sheet1", Good).Bytes()).ShouldContain("a workbook with sheets of the import format (partnerships, ");
    }

    [Fact]
    public void A_mail_address_that_became_a_link_is_its_text()
    {
        var plan = new HandMade()
            .Sheet("contacts", HandMade.Row("partnership", "case", "agency", "role", "email", "from") + HandMade.Row("bexley", "", "", "csp-team", "team@example.org", ""),
                "<hyperlinks><hyperlink ref=\"E2\" r:id=\"h1\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/></hyperlinks>")
            .Part("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"h1\" Type=\"x/hyperlink\" Target=\"mailto:team@example.org\" TargetMode=\"External\"/></Relationships>")
            .Plan();

        plan.Said().ShouldBeEmpty();
        plan.Contacts.ShouldHaveSingleItem().Row.Email.ShouldBe("team@example.org");
    }

    [Fact]
    public void A_sheet_that_cannot_be_read_keeps_what_it_held_out_and_the_others_are_judged()
    {
        var plan = new HandMade()
            .Sheet("cases", Good, "<mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>")
            .Sheet("events", HandMade.Row("id", "reference", "event", "date") + HandMade.Row("", "BEX-1", "decision", "never"))
            .Plan();

        plan.Mistakes.Select(mistake => mistake.Sheet).ShouldBe(["cases", "events"]);
        plan.Changes.ShouldBeEmpty();
    }

    private static string Refused(byte[] bytes, ImportLimits? limits = null)
    {
        var incoming = HandMade.Read(bytes, limits);
        incoming.Sheets.ShouldBeEmpty();
        return incoming.Mistakes.ShouldHaveSingleItem().ToString();
    }

    private static byte[] Bytes(string part, Action<Stream> write) => Replaced(new HandMade().Sheet("cases", Good).Bytes(), part, write);

    private static byte[] Replaced(byte[] book, string part, string text) => Replaced(book, part, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Written as it comes: what is made here must not fill the memory either.</summary>
    private static byte[] Replaced(byte[] book, string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(book)))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var to = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (entry.FullName == part)
                {
                    write(to);
                }
                else
                {
                    using var bytes = entry.Open();
                    bytes.CopyTo(to);
                }
            }
        }

        return stream.ToArray();
    }
}
