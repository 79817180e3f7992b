using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class EntryTests
{
    [Fact]
    public void A_start_without_a_command_is_a_usage_error_told_on_the_error_stream()
    {
        using var program = new TestProgram();
        var run = program.Run();
        run.Code.ShouldBe(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("dhr --help");
    }

    [Theory]
    [InlineData("adit")]
    [InlineData("audit", "--format", "pdf")]
    [InlineData("audit", "--as-of", "31/12/2026")]
    [InlineData("run", "--as-of", "2026-02-30")]
    [InlineData("explain")]
    [InlineData("import")]
    public void Wrong_usage_is_told_and_has_its_own_code(params string[] arguments)
    {
        using var program = new TestProgram();
        var run = program.Run(arguments);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldStartWith("dhr: ");
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("explain", "X")]
    [InlineData("run")]
    [InlineData("run", "--dry-run")]
    [InlineData("export", "out")]
    [InlineData("outbox", "list")]
    [InlineData("ledger", "verify")]
    [InlineData("event", "withdraw", "X-E1", "--reason", "r")]
    public void A_missing_register_is_not_made_by_a_command_that_needs_one(params string[] arguments)
    {
        using var program = new TestProgram();
        var run = program.Run(arguments);
        run.Code.ShouldBe(ExitCode.Ledger);
        run.Errors.ShouldContain("register.db");
        File.Exists(program.Path("data/register.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("run")]
    [InlineData("audit")]
    [InlineData("explain")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("event", "add")]
    [InlineData("event", "correct")]
    [InlineData("event", "withdraw")]
    [InlineData("case", "open")]
    [InlineData("item", "add")]
    [InlineData("outbox", "list")]
    [InlineData("outbox", "show")]
    [InlineData("rules", "check")]
    [InlineData("ledger", "migrate")]
    [InlineData("ledger", "verify")]
    [InlineData("doctor")]
    public void Help_of_each_command_shows_examples_of_it(params string[] command)
    {
        using var program = new TestProgram();
        var run = program.Run([.. command, "--help"]);
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("Examples:");
        run.Output.ShouldContain($"dhr {string.Join(' ', command)}");
    }
}
