using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class DoctorTests
{
    [Fact]
    public void Where_everything_is_right_each_line_says_ok_and_where_it_was_found()
    {
        using var program = Timelines.Imported();

        var run = program.Run("doctor");

        run.Code.ShouldBe(ExitCode.Done);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("ok    ", StringComparison.Ordinal));
        foreach (var what in new[] { "dhr", "settings", "rules", "holidays", "sqlite", "ledger", "outbox" })
        {
            run.Output.ShouldContain($"ok    {what} ");
        }

        program.Run("doctor", "--quiet").Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--ledger", "missing.db", "MEND  ledger", ExitCode.Ledger)]
    [InlineData("--rules", "missing", "MEND  rules", ExitCode.BadInput)]
    [InlineData("--rules", "empty", "has 1 mistake: run 'dhr rules check'", ExitCode.BadInput)]
    public void What_is_wrong_is_told_with_what_to_do_and_the_rest_is_looked_at_too(string option, string value, string expected, int code)
    {
        using var program = Timelines.Imported();
        Directory.CreateDirectory(program.Path("empty"));

        var run = program.Run("doctor", option, value);

        run.Code.ShouldBe(code);
        run.Output.ShouldContain(expected);
        run.Output.ShouldContain("ok    outbox");
    }

    [Fact]
    public void Holidays_that_end_soon_are_told()
    {
        using var program = Timelines.Imported();

        program.RunOn(new DateOnly(2027, 7, 5), "doctor").Output.ShouldContain("MEND  holidays");
        program.RunOn(new DateOnly(2027, 7, 4), "doctor").Output.ShouldContain("ok    holidays");
    }

    [Fact]
    public void An_outbox_that_cannot_be_written_is_told()
    {
        using var program = Timelines.Imported();
        program.Write("taken", "mine");
        program.Environment["DHR_Post__PickupFolder"] = "taken/outbox";

        var run = program.Run("doctor");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldContain("MEND  outbox");
        File.ReadAllText(program.Path("taken")).ShouldBe("mine");
    }

    [Fact]
    public void The_intake_folder_is_looked_at_where_there_is_to_be_one()
    {
        using var program = Timelines.Imported();
        program.Run("doctor").Output.ShouldNotContain("intake");
        program.Environment["DHR_Intake__Folder"] = program.Path("in");
        program.Run("doctor").Output.ShouldContain($"ok    intake    'dhr serve' takes what is handed in at {program.Path("in")}");

        program.Write("in", "a file where the folder should be");
        var run = program.Run("doctor");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldContain("MEND  intake");
        run.Output.ShouldContain("or set Intake:Folder");
    }

    [Fact]
    public void Every_wrong_setting_is_told_at_once()
    {
        using var program = Timelines.Imported();
        program.Write("appsettings.json", """{ "Ledgr": { "Path": "x" }, "Post": { "From": "nobody" } }""");

        var run = program.Run("audit");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("Ledgr:Path");
        run.Errors.ShouldContain("Post:From is 'nobody'");
    }

    [Fact]
    public void A_settings_file_that_is_no_JSON_is_told_with_its_line()
    {
        using var program = new TestProgram();
        program.Write("wrong.json", "{\n  \"Ledger\": [\n");

        var run = program.Run("audit", "--config", "wrong.json");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("wrong.json");
        run.Errors.ShouldContain("LineNumber: ");
    }
}
