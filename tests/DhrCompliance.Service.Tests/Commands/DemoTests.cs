using System.Security.Cryptography;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class DemoTests
{
    [Theory]
    [InlineData("2027-02-28")]
    [InlineData("2028-02-29")]
    [InlineData("2026-12-25")]
    public void Twice_into_one_folder_leaves_a_register_mails_and_a_page_with_every_state_on_any_day(string day)
    {
        using var program = new TestProgram(day);
        var first = program.Run("demo");
        var mails = Mails(program);
        var second = program.Run("demo");

        first.Code.ShouldBe(ExitCode.Done, first.Errors);
        second.Code.ShouldBe(ExitCode.Done, second.Errors);
        second.Output.ShouldBe(first.Output);
        Mails(program).Length.ShouldBe(mails.Length);
        mails.Length.ShouldBeGreaterThan(10);
        File.ReadAllText(program.Path("demo/report.html"))[^7..].ShouldBe("</html>");
        Directory.GetFileSystemEntries(program.Path("demo")).Select(Path.GetFileName).ShouldBe(["outbox", "register.db", "report.html"], ignoreOrder: true);
        var rows = program.Run("audit", "--ledger", "demo/register.db", "--format", "list").Output;
        foreach (var state in Enum.GetValues<TimescaleState>())
        {
            rows.ShouldContain($"\t{Words.Of(state)}\t");
        }

        first.Output.ShouldContain("dhr explain HAR-01");
        first.Output.Split("Nobody holds the role chief-officer").Length.ShouldBe(2);
    }

    [Fact]
    public void A_folder_with_a_register_that_is_no_demonstration_is_left_alone()
    {
        using var program = new TestProgram();
        program.Run("ledger", "migrate", "--ledger", "real/register.db").Code.ShouldBe(ExitCode.Done);
        var before = Hash(program.Path("real/register.db"));

        var run = program.Run("demo", "--out", "real");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("no demonstration");
        Hash(program.Path("real/register.db")).ShouldBe(before);
        Directory.Exists(program.Path("real/outbox")).ShouldBeFalse();
    }

    [Fact]
    public void One_that_was_interrupted_is_begun_again()
    {
        using var program = new TestProgram();
        program.Write("demo/register.db.making", "");
        program.Write("demo/outbox/left.eml", "left");

        var run = program.Run("demo");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        File.Exists(program.Path("demo/register.db.making")).ShouldBeFalse();
        File.Exists(program.Path("demo/outbox/left.eml")).ShouldBeFalse();
    }

    [Fact]
    public void Mails_in_a_folder_that_holds_no_demonstration_are_not_ours_to_delete()
    {
        using var program = new TestProgram();
        program.Write("demo/outbox/mine.eml", "mine");

        program.Run("demo").Code.ShouldBe(ExitCode.Done);

        File.ReadAllText(program.Path("demo/outbox/mine.eml")).ShouldBe("mine");
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_told_and_left()
    {
        using var program = new TestProgram();
        program.Write("taken", "mine");

        var run = program.Run("demo", "--out", "taken");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("taken cannot be written");
        File.ReadAllText(program.Path("taken")).ShouldBe("mine");
    }

    [Fact]
    public void Quiet_says_nothing_when_all_went_well()
    {
        using var program = new TestProgram();

        var run = program.Run("demo", "--quiet");

        (run.Code, run.Output, run.Errors).ShouldBe((ExitCode.Done, "", ""));
        program.Run("run", "--quiet", "--ledger", "demo/register.db").Output.ShouldBeEmpty();
        program.Run("audit", "--quiet", "--ledger", "demo/register.db", "--case", "HAR-01").Output.ShouldContain("overdue");
    }

    private static string[] Mails(TestProgram program) => Directory.GetFiles(program.Path("demo/outbox"), "*.eml");

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
