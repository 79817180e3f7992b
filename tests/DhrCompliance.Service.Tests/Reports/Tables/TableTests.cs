using CsvHelper;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Tests.Assessments.Explaining;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Reports.Tables;

public sealed class TableTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "=HYPERLINK(\"http://example.org\",\"click\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''=1",
        "\uFF1D1+1", "\u200B=1", "=", "'", "quote \" in it", "a,b", "two\r\nlines", "ordinary", "", "1-2", "a=b", "café \u20AC",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_cell_goes_to_CSV_and_back_and_is_never_a_formula(string cell)
    {
        var (read, raw) = RoundTrip(cell);

        Cells.Restore(read).ShouldBe(cell);
        "=+-@\t\r\n".ShouldNotContain(read.TrimStart(' ', '\u200B').FirstOrDefault('x'), raw);
    }

    [Fact]
    public void Any_text_goes_to_CSV_and_back() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("=", "'", "+", "-", "@", " ", "\t", "\n", ",", "\"", "a", "1").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        text => Cells.Restore(RoundTrip(text).Read) == text));

    [Fact]
    public void A_negative_number_stays_a_number_in_a_column_of_numbers_alone()
    {
        var table = new Table { Title = "T", Columns = [new("n", ColumnKind.Number), new("t")], Rows = [["-5", "-5"], ["=5", "x"]] };

        Csv(table).ShouldBe("n,t\r\n-5,'-5\r\n'=5,x\r\n");
    }

    [Fact]
    public void The_list_has_a_line_a_row_whatever_a_cell_holds()
    {
        using var output = new StringWriter();
        ListTable.Write(output, Of("two\nlines\tand a \u001B[31mcolour\u202E"));

        output.ToString().ShouldBe("name\ttext\nx\ttwo lines and a  [31mcolour \n");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void The_terminal_table_keeps_to_its_width_and_lets_nothing_steer_the_terminal(int width)
    {
        using var output = new StringWriter();
        TerminalTable.Write(output, Of("[red]not markup[/] \u001B]0;title\u0007 and \u202E reversed"), new TerminalLook(width, Colour: false));
        var text = output.ToString();

        text.ShouldContain("[red]not");
        text.ShouldNotContain("\u001B");
        text.ShouldNotContain("\u202E");
        if (width >= 80)
        {
            text.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= width);
        }
    }

    [Fact]
    public void Without_colour_there_is_no_escape_sequence_and_with_colour_the_state_is_still_a_word()
    {
        var table = new Table { Title = "T", Columns = [new("case"), new("state", ColumnKind.State)], Rows = [["A", "overdue"], ["B", "met"]] };
        using var plain = new StringWriter();
        using var coloured = new StringWriter();
        TerminalTable.Write(plain, table, TerminalLook.Plain);
        TerminalTable.Write(coloured, table, TerminalLook.Plain with { Colour = true });

        plain.ToString().ShouldNotContain("\u001B");
        coloured.ToString().ShouldContain("\u001B[");
        coloured.ToString().ShouldContain("overdue");
    }

    [Fact]
    public void The_audit_table_has_a_row_for_every_timescale_and_check_and_for_what_failed()
    {
        var table = AuditTable.Of([SampleRules.TheAssessment], SampleRules.TheRules, Sample.Day("2026-11-20"));
        using var output = new StringWriter();
        ListTable.Write(output, table);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        table.Title.ShouldBe("Audit as of Friday 20 November 2026");
        lines[0].ShouldBe("case\trule\tinstance\tstate\tdue\tdays late\towner\tsource\twhy");
        lines[2].ShouldBe(
            "R02\tedition-2/write\tonce\toverdue\t2026-09-30\t51\tchair\tguidance, stated by the source, verified\t"
            + "The completion of the report has not happened: it is not recorded, and the register has been kept since Wednesday 1 January 2025.");
        lines[1].ShouldContain("\tcannot-tell\t2013-06-29\t0 to 12\t");
        lines[4].ShouldContain("\tfails\t");
        lines[5].ShouldBe("R02\tedition-2/broken\t\tfailed\t\t\t\t\tthe limit overflows.");
    }

    [Fact]
    public void Rows_can_be_left_out_by_rule_and_state()
    {
        var table = AuditTable.Of(
            [SampleRules.TheAssessment], SampleRules.TheRules, Sample.Day("2026-11-20"), (rule, state) => rule.Id == "write" && state == "overdue");

        table.Rows.Count(row => row[3] != "failed").ShouldBe(1);
    }

    private static Table Of(string text) => new() { Title = text, Columns = [new("name"), new("text")], Rows = [["x", text]] };

    private static string Csv(Table table)
    {
        using var output = new StringWriter();
        CsvTable.Write(output, table);
        return output.ToString();
    }

    private static (string Read, string Raw) RoundTrip(string cell)
    {
        var raw = Csv(Of(cell));
        using var csv = CsvReader.Create(new StringReader(raw));
        csv.Read().ShouldBeTrue();
        return (csv.GetString(1), raw);
    }
}
