using System.Text;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Files that are wrong, as a person hands them in: told with their place, refused whole, nothing lost.</summary>
public sealed class BadFilesTests
{
    private const string Headings = "id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at,outcome\n";

    [Theory]
    [InlineData("a missing key column", "reference,event,date\nR02,death,2012-07-16\n", "row 1, column id")]
    [InlineData("an unknown column", "id,reference,event,date,outcom\n,R02,death,2012-07-16,\n", "did you mean 'outcome'?")]
    [InlineData("31 June", Headings + ",R02,,death,2012-06-31\n", "June 2012 has 30 days")]
    [InlineData("the month first", Headings + ",R02,,death,07/16/2012\n", "the month stands first here")]
    [InlineData("a month of a spreadsheet", Headings + ",R02,,death,Jul-13\n", "a spreadsheet makes 'Jul-13' of it")]
    [InlineData("a day to come", Headings + ",R02,,death,2026-11-21\n", "not after today (2026-11-20)")]
    [InlineData("an unknown case", Headings + ",R99,,death,2012-07-16\n", "row 2, column reference: 'R99'")]
    [InlineData("a row twice", Headings + ",R02,,death,2012-07-16\n,R02,,death,2012-07-16\n", "expected each row once")]
    [InlineData("another content without a note", Headings + "R03-E1,R03,,death,2013-02-18\n", "a note of why R03-E1 changes")]
    [InlineData("another separator", "id;reference;event;date\n;R02;death;2012-07-16\n", "columns separated by commas")]
    [InlineData("nothing at all", "", "the headings of the columns")]
    public void A_wrong_CSV_is_refused_with_its_place_and_nothing_is_lost(string what, string text, string expected)
    {
        using var program = Timelines.Imported();
        var before = program.Audit().GetRawText();
        program.Write("in/events.csv", text);

        var run = program.Run("import", "in");

        run.Code.ShouldBe(ExitCode.BadInput, what);
        run.Errors.ShouldContain("events.csv");
        run.Errors.ShouldContain(expected);
        run.Errors.ShouldContain("nothing was written");
        program.Audit().GetRawText().ShouldBe(before);
    }

    [Fact]
    public void Another_encoding_is_told()
    {
        using var program = Timelines.Imported();
        Directory.CreateDirectory(program.Path("in"));
        File.WriteAllBytes(program.Path("in/events.csv"), Encoding.Latin1.GetBytes(Headings + ",R02,,death,2012-07-16,,caf\u00e9\n"));

        var run = program.Run("import", "in");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_line_of_hundreds_of_megabytes_is_refused_before_it_fills_the_memory()
    {
        using var program = Timelines.Imported();
        Directory.CreateDirectory(program.Path("in"));
        using (var file = File.Create(program.Path("in/events.csv")))
        {
            // A file with a hole: it takes no room on the disk.
            file.Write(Encoding.UTF8.GetBytes(Headings + ",R02,,death,2012-07-16,,"));
            file.SetLength(400L << 20);
        }

        var before = GC.GetTotalAllocatedBytes();
        var run = program.Run("import", "in");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("events.csv");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(300L << 20);
    }

    [Fact]
    public void In_part_the_good_rows_are_taken_the_others_listed_and_reported_in_a_file()
    {
        using var program = Timelines.Imported();
        program.Write("in/events.csv", Headings + ",R02,,decision,2013-06-20,,,,,review\n,R99,,death,2012-07-16,,,,,\n");

        var run = program.Run("import", "in", "--partial", "--report", "mistakes.csv");

        run.Code.ShouldBe(ExitCode.Partly);
        run.Output.ShouldContain("Imported: 1 new");
        run.Errors.ShouldContain("'R99'");
        File.ReadAllText(program.Path("mistakes.csv")).ShouldContain("events.csv,,3,reference,R99,");
    }

    [Fact]
    public void A_dry_run_shows_the_differences_and_makes_no_register()
    {
        using var program = new TestProgram();

        var run = program.Run("import", Timelines.Folder, "--dry-run");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("70 differences, 0 unchanged; nothing was written.");
        File.Exists(program.Path("data/register.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("empty")]
    public void A_folder_that_is_not_there_or_holds_no_table_is_told(string name)
    {
        using var program = new TestProgram();
        Directory.CreateDirectory(program.Path("empty"));

        var run = program.Run("import", name);

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("CSV files");
        File.Exists(program.Path("data/register.db")).ShouldBeFalse();
    }

    [Fact]
    public void Of_what_is_refused_no_register_is_made()
    {
        using var program = new TestProgram();
        program.Write("events.csv", Headings + ",R99,,death,2012-07-16\n");

        program.Run("import", "events.csv").Code.ShouldBe(ExitCode.BadInput);
        program.Run("case", "open", "X-1", "--partnership", "nowhere").Code.ShouldBe(ExitCode.BadInput);

        Directory.Exists(program.Path("data")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("register.xls")]
    [InlineData("register.json")]
    public void A_file_of_another_form_is_told_with_what_to_do(string name)
    {
        using var program = Timelines.Imported();
        program.Write(name, "PK");

        program.Run("import", name).Errors.ShouldContain("save it as 'Excel workbook (.xlsx)'");
        var run = program.Run("export", $"out-{name}");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("give a folder's name");
    }

    [Fact]
    public void Exporting_to_the_place_of_a_file_is_told_and_the_file_left()
    {
        using var program = Timelines.Imported();
        program.Write("taken", "mine");

        var run = program.Run("export", "taken");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("cannot be written");
        File.ReadAllText(program.Path("taken")).ShouldBe("mine");
    }
}
