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

        seen.Sheets[..4].ShouldBe(["Read me", "reviews", "deadlines", "cases"]);
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

    [Fact]
    public void Every_version_goes_into_a_folder_only()
    {
        using var program = new TestProgram();

        program.Run("export", "register.xlsx", "--history").Errors.ShouldContain("--history goes with a folder");
        program.Run("export", "register.xls").Errors.ShouldContain("give a folder's name, or one that ends in .xlsx");
    }
}
