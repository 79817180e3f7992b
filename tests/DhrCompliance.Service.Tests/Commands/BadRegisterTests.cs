using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Registers that cannot be used, or that somebody meddled with.</summary>
public sealed class BadRegisterTests
{
    [Theory]
    [InlineData("folder", "this is a folder")]
    [InlineData("text", "not a SQLite database")]
    [InlineData("empty", "not a register of this service")]
    [InlineData("missing", "there is no register here")]
    public void What_is_no_register_is_told_with_code_4_and_left_as_it_is(string path, string expected)
    {
        using var program = new TestProgram();
        Directory.CreateDirectory(program.Path("folder"));
        program.Write("text", "not a database, and long enough to be looked at: " + new string('x', 1000));
        program.Write("empty", "");

        foreach (var command in new string[][] { ["audit"], ["run"], ["explain", "X"], ["outbox", "list"], ["ledger", "verify"], ["event", "withdraw", "X", "--reason", "r"] })
        {
            var run = program.Run([.. command, "--ledger", path]);
            run.Code.ShouldBe(ExitCode.Ledger, string.Join(' ', command));
            run.Errors.ShouldContain(expected);
            run.Output.ShouldBeEmpty();
        }

        new FileInfo(program.Path("empty")).Length.ShouldBe(0);
        File.ReadAllText(program.Path("text")).ShouldStartWith("not a database");
    }

    [Fact]
    public void A_register_of_a_newer_version_is_not_touched()
    {
        using var program = Timelines.Imported();
        program.Tell("INSERT INTO migrations (name, sha256, applied_at) VALUES ('29990101-01-later.sql', 'x', '2999-01-01T00:00:00.000Z')");

        foreach (var command in new string[][] { ["audit"], ["run"], ["ledger", "migrate"], ["import", Timelines.Folder] })
        {
            var run = program.Run(command);
            run.Code.ShouldBe(ExitCode.Ledger, string.Join(' ', command));
            run.Errors.ShouldContain("a later version of dhr");
        }
    }

    [SkippableFact]
    public void A_register_that_may_not_be_written_is_told_and_can_be_audited()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows keeps other permissions");
        Skip.If(Environment.UserName == "root", "root may write everything");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = Timelines.Imported();
        var folder = program.Path("data");
        File.SetUnixFileMode(program.Path("data/register.db"), UnixFileMode.UserRead);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var run = program.Run("run");
            run.Code.ShouldBe(ExitCode.Ledger);
            run.Errors.ShouldContain("cannot be written");
            program.Run("audit").Code.ShouldBe(ExitCode.Done);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_register_whose_folder_is_a_file_is_told()
    {
        using var program = new TestProgram();
        program.Write("taken", "mine");

        var run = program.Run("import", Timelines.Folder, "--ledger", "taken/register.db");

        run.Code.ShouldBe(ExitCode.Ledger);
        run.Errors.ShouldContain("its folder cannot be made");
        File.ReadAllText(program.Path("taken")).ShouldBe("mine");
    }

    [Fact]
    public void Migrating_makes_a_register_and_says_its_version_and_verifying_it_finds_nothing()
    {
        using var program = new TestProgram();

        program.Run("ledger", "migrate").Output.ShouldContain("is of version ");
        program.Run("import", Timelines.Folder).Code.ShouldBe(ExitCode.Done);
        var verified = program.Run("ledger", "verify");

        verified.Code.ShouldBe(ExitCode.Done);
        verified.Output.ShouldContain("devon: 21 entries, the last ");
        verified.Output.ShouldContain("nothing is other than it was written");
    }

    [Fact]
    public void A_register_somebody_meddled_with_is_told_by_verify_with_code_1()
    {
        using var program = Timelines.Imported();
        program.Tell("DROP TRIGGER events_no_update; UPDATE events SET date = '2013-07-12' WHERE date = '2013-07-11';");

        var run = program.Run("ledger", "verify");

        run.Code.ShouldBe(ExitCode.Found);
        run.Errors.ShouldContain("was changed after it was written");
        run.Errors.ShouldContain("events_no_update is missing");
        run.Errors.ShouldContain("is not as it was written");
    }

    [Fact]
    public void A_date_that_another_system_wrote_and_nobody_can_read_is_told_and_the_other_cases_go_on()
    {
        using var program = Timelines.Imported();
        program.Tell("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'R02', 'decision', '31 June')");

        var audit = program.Run("audit", "--format", "json");
        audit.Code.ShouldBe(ExitCode.Partly);
        audit.Errors.ShouldContain("R02: events row ");
        audit.Errors.ShouldContain("'31 June' cannot be read");
        var json = System.Text.Json.JsonDocument.Parse(audit.Output).RootElement;
        json.GetProperty("cases").GetArrayLength().ShouldBe(13);
        json.GetProperty("failures").EnumerateArray().Single().Text("case").ShouldBe("R02");

        var run = program.Run("run");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Output.ShouldContain("13 cases assessed");
        run.Errors.ShouldContain("'31 June' cannot be read");
        program.Run("explain", "R02").Code.ShouldBe(ExitCode.Partly);
        program.Run("explain", "R03").Code.ShouldBe(ExitCode.Done);

        program.Tell("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'R02', 'decision', '2013-06-20')");
        program.Run("run").Code.ShouldBe(ExitCode.Done);
        program.Run("audit", "--case", "R02").Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'R02', 'decison', '2013-06-20')", "'decison'")]
    [InlineData("INSERT INTO items (id, reference, kind) VALUES ('Z1', 'R02', 'acton')", "'acton'")]
    public void A_word_that_another_system_wrote_and_no_vocabulary_has_is_told_and_the_other_cases_go_on(string sql, string word)
    {
        using var program = Timelines.Imported();
        program.Tell(sql);

        var audit = program.Run("audit");
        audit.Code.ShouldBe(ExitCode.Partly);
        audit.Errors.ShouldContain(word);
        var run = program.Run("run");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain(word);
        run.Output.ShouldContain("13 cases assessed");
        program.Run("explain", "R02").Code.ShouldBe(ExitCode.Partly);
    }
}
