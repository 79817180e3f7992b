using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Intake.Workbooks;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The register as a workbook and back, as a person does it.</summary>
public sealed class WorkbookCommandTests
{
    private const string Demo = "demo/register.db";

    [Fact]
    public void A_workbook_into_a_new_register_gives_equal_audits()
    {
        using var program = new TestProgram();
        program.Run("demo").Code.ShouldBe(ExitCode.Done);

        var export = program.Run("export", "register.xlsx", "--ledger", Demo);
        var import = program.Run("import", "register.xlsx", "--ledger", "new.db");

        export.Code.ShouldBe(ExitCode.Done, export.Errors);
        export.Output.ShouldContain("register.xlsx, sheet events: ");
        import.Code.ShouldBe(ExitCode.Done, import.Errors);
        import.Output.ShouldContain("Not read: register.xlsx, sheet reviews (it is for reading: what is typed there is not imported)");
        var before = program.Run("audit", "--ledger", Demo, "--format", "json");
        before.Output.Length.ShouldBeGreaterThan(100_000);
        program.Run("audit", "--ledger", "new.db", "--format", "json").Output.ShouldBe(before.Output);
        program.Run("import", "register.xlsx", "--ledger", Demo, "--dry-run").Output.ShouldContain("0 differences");
    }

    [Fact]
    public void The_same_register_on_the_same_day_gives_the_same_bytes()
    {
        using var program = new TestProgram();
        program.Run("demo").Code.ShouldBe(ExitCode.Done);

        program.Run("export", "one.xlsx", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);
        program.Run("export", "two.xlsx", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);

        File.ReadAllBytes(program.Path("two.xlsx")).ShouldBe(File.ReadAllBytes(program.Path("one.xlsx")));
    }

    [SkippableFact]
    public void Another_program_opens_it_and_sees_texts_states_and_drop_downs()
    {
        using var program = new TestProgram();
        program.Run("demo").Code.ShouldBe(ExitCode.Done);
        program.Run("export", "register.xlsx", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);

        var seen = OtherProgram.Look(program.Path("register.xlsx"));

        seen.Sheets[..7].ShouldBe(["Read me", "reviews", "deadlines", "acknowledge", "release", "questions", "cases"]);
        seen.Sheets[^1].ShouldBe("drop-downs (hidden)");
        seen.Kinds.ShouldBe(["s"]);
        seen.Frozen["events"].ShouldBe("C2");
        seen.Frozen["reviews"].ShouldBe("B3");
        seen.Cell("reviews", "A3").ShouldBe("HAR-01");
        seen.Cell("reviews", "C3").ShouldBe("Something overdue or out of order");
        seen.Fill("reviews", "C3").ShouldBe("FFFFC7CE");
        seen.Cell("deadlines", "D3").ShouldBe("overdue");
        seen.DropDowns["events"].ShouldBeGreaterThan(10);
    }

    [SkippableFact]
    public void What_another_program_saves_says_the_same()
    {
        using var program = new TestProgram();
        program.Run("demo").Code.ShouldBe(ExitCode.Done);
        program.Run("export", "register.xlsx", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);

        OtherProgram.Save(program.Path("register.xlsx"), program.Path("saved.xlsx"));

        var run = program.Run("import", "saved.xlsx", "--ledger", Demo, "--dry-run");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("0 differences");
    }

    [SkippableFact]
    public void A_change_made_in_a_workbook_that_lay_about_is_refused_and_the_rest_goes_in_when_a_part_is_asked_for()
    {
        using var program = Timelines.Imported();
        program.Run("export", "register.xlsx").Code.ShouldBe(ExitCode.Done);
        program.Run("event", "correct", "R03-E1", "--date", "2013-02-10", "--reason", "the letter says so", "--by", "A. Officer").Code.ShouldBe(ExitCode.Done);
        OtherProgram.Done(
            """
            import openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1])
            events = book['events']
            heads = [cell.value for cell in events[1]]
            def change(id, **cells):
                row = next(row for row in events.iter_rows(min_row=2) if row[0].value == id)
                for head, value in cells.items():
                    row[heads.index(head)].value = value
            change('R03-E1', date='2013-02-11', note='from memory')
            change('R03-E2', note='seen again')
            book.save(sys.argv[1])
            """,
            program.Path("register.xlsx"));

        var whole = program.Run("import", "register.xlsx");
        var part = program.Run("import", "register.xlsx", "--partial");

        whole.Code.ShouldBe(ExitCode.BadInput);
        whole.Errors.ShouldContain("column date: '2013-02-11': expected '2013-02-10', which stands there now: the row was changed by A. Officer on 2");
        whole.Errors.ShouldContain("after this workbook was exported; export it again");
        whole.Errors.ShouldContain("2 mistakes; nothing was written");
        part.Code.ShouldBe(ExitCode.Partly);
        part.Output.ShouldContain("Imported: 1 corrected;");
        program.Run("import", "register.xlsx", "--dry-run").Output.ShouldContain("0 differences");
    }

    [Fact]
    public void A_rehearsal_shows_what_would_differ_cell_by_cell_and_mistakes_are_marked_in_a_copy()
    {
        using var program = Timelines.Imported();
        program.Write("events.csv", "id,reference,event,date,note\nR03-E1,R03,,2013-02-10,the letter says so\nR03-E2,R03,,30/02/2013,seen\n");

        var run = program.Run("import", "events.csv", "--dry-run", "--report", "mistakes.xlsx");

        run.Output.ReplaceLineEndings("\n").ShouldContain("[R03-E1] (events.csv, row 2)\n    date: '");
        run.Output.ShouldContain("' -> '2013-02-10'");
        run.Errors.ShouldContain("events.csv, row 3, column date: '30/02/2013'");
        program.Run("import", "mistakes.xlsx", "--dry-run").Errors.ShouldContain("mistakes.xlsx, sheet events, row 3, column date: '30/02/2013'");
    }

    [Fact]
    public void Every_version_goes_into_a_folder_only()
    {
        using var program = new TestProgram();

        program.Run("export", "register.xlsx", "--history").Errors.ShouldContain("--history goes with a folder");
        program.Run("export", "register.xls").Errors.ShouldContain("give a folder's name, or one that ends in .xlsx");
    }
}
