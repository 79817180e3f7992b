using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class OutboxTests : IClassFixture<AuditTests.Borough>
{
    private readonly TestProgram _program;

    public OutboxTests(AuditTests.Borough borough) => _program = borough.Program;

    [Fact]
    public void Each_delivery_has_a_line_and_is_shown_by_the_beginning_of_its_id()
    {
        var lines = Rows("--format", "list");
        lines.Count.ShouldBe(Directory.GetFiles(_program.Path("demo/outbox"), "*.eml").Length + Rows("--format", "list", "--state", "held").Count);

        var shown = Run("show", lines[0][0][..10]);
        shown.Code.ShouldBe(ExitCode.Done);
        shown.Output.ShouldContain($"Delivery:   {lines[0][0]}");
        shown.Output.ShouldContain("WHERE THE RULE COMES FROM");
        shown.Output.ShouldContain("<html");
        Run("show", lines[0][0], "--text").Output.ShouldNotContain("<html");
        var page = Run("show", lines[0][0], "--html").Output;
        page.ShouldContain("<html");
        page.ShouldNotContain("WHERE THE RULE COMES FROM", Case.Sensitive);
        var table = Run("list");
        table.Output.ShouldContain($"  {lines[0][0][..8]} │");
        table.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_is_narrowed_to_a_state_and_a_case()
    {
        Rows("--format", "list", "--state", "held").ShouldAllBe(row => row[1] == "held");
        Rows("--format", "list", "--held").ShouldBe(Rows("--format", "list", "--state", "held"));
        Run("list", "--held", "--state", "failed").Code.ShouldBe(ExitCode.Usage);
        Rows("--format", "list", "--case", "HAR-14").ShouldAllBe(row => row[3].Contains("HAR-14", StringComparison.Ordinal) || row[3].EndsWith(" more", StringComparison.Ordinal));
        Run("list", "--case", "HAR-17").Output.ShouldContain("there is nothing to show");
        Run("list", "--case", "HAR-01").Errors.ShouldBeEmpty();
        Run("list", "--format", "csv").Output.ShouldStartWith("delivery,state,planned,about,to,subject,answer");
    }

    [Fact]
    public void An_id_that_is_not_there_or_begins_several_is_told()
    {
        var several = Rows("--format", "list").GroupBy(row => row[0][..1]).First(group => group.Count() > 1).Key;
        foreach (var (id, expected) in new[] { ("nothing", "There is no delivery 'nothing'"), (several, "give more of the id") })
        {
            var run = Run("show", id);
            run.Code.ShouldBe(ExitCode.Usage);
            run.Errors.ShouldContain(expected);
        }
    }

    [Fact]
    public void A_state_that_is_none_is_told() => Run("list", "--state", "hold").Code.ShouldBe(ExitCode.Usage);

    private ProgramRun Run(params string[] more) => _program.Run(["outbox", .. more, "--ledger", "demo/register.db"]);

    private List<string[]> Rows(params string[] more) => [.. Run(["list", .. more]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
}
