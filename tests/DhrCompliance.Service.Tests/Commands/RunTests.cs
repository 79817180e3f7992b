using System.Security.Cryptography;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class RunTests
{
    private static readonly DateOnly Tomorrow = new(2026, 11, 21);

    [Fact]
    public void A_second_run_of_the_same_day_plans_nothing_new()
    {
        using var program = Demo();
        var again = program.Run("run", "--full", "--ledger", "demo/register.db");

        again.Code.ShouldBe(ExitCode.Done);
        again.Output.ShouldContain("23 cases assessed, 0 notices planned, 0 mails sent");
        program.Run("run", "--ledger", "demo/register.db").Output.ShouldContain("0 cases assessed (the others had not changed), 0 notices planned, 0 mails sent");
    }

    [Fact]
    public void A_dry_run_lists_whom_it_would_write_to_and_writes_nothing()
    {
        using var program = Demo();
        var before = Everything(program);

        var run = program.Run("run", "--dry-run", "--as-of", "2027-01-11", "--ledger", "demo/register.db");

        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("@harrowmere.example.org as ");
        run.Output.ShouldContain("Nothing was.");
        Everything(program).ShouldBe(before);
    }

    [Fact]
    public void Another_day_is_refused_on_a_real_register_and_allowed_on_a_demonstration()
    {
        using var program = Timelines.Imported();
        var real = program.Run("run", "--as-of", "2026-11-21");
        real.Code.ShouldBe(ExitCode.Usage);
        real.Errors.ShouldContain("dhr audit --as-of 2026-11-21");
        program.Run("demo").Code.ShouldBe(ExitCode.Done);

        program.Run("run", "--as-of", "2026-11-21", "--ledger", "demo/register.db").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_day_before_the_last_sweeps_is_refused()
    {
        using var program = Timelines.Imported();
        program.RunOn(Tomorrow, "run").Code.ShouldBe(ExitCode.Done);

        var run = program.Run("run");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("2026-11-21");
        run.Errors.ShouldContain("dhr audit --as-of 2026-11-20");
    }

    [Fact]
    public void A_mail_that_cannot_be_written_is_listed_kept_and_sent_by_the_next_run()
    {
        using var program = new TestProgram();
        program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        program.Write("taken", "a file where the folder should be");
        program.Environment["DHR_Post__PickupFolder"] = "taken";
        var monday = new DateOnly(2026, 12, 7);

        var failed = program.RunOn(monday, "run", "--ledger", "demo/register.db");
        failed.Code.ShouldBe(ExitCode.Partly, failed.Output);
        failed.Errors.ShouldContain("failed");
        program.RunOn(monday, "doctor", "--ledger", "demo/register.db").Output.ShouldContain("MEND  outbox");
        program.Environment["DHR_Post__PickupFolder"] = "elsewhere";
        var mended = program.RunOn(monday, "run", "--ledger", "demo/register.db");

        mended.Code.ShouldBe(ExitCode.Done, mended.Errors);
        Directory.GetFiles(program.Path("elsewhere"), "*.eml").ShouldNotBeEmpty();
    }

    private static TestProgram Demo()
    {
        var program = new TestProgram();
        program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        return program;
    }

    private static string Everything(TestProgram program) => string.Join('\n', Directory.GetFiles(program.Path("demo"), "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
