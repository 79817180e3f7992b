using DhrCompliance.Service.Commands;
using DhrCompliance.Tests.Assessments.Explaining.Handbooks;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary><c>dhr rules handbook</c>, as a person calls it.</summary>
public sealed class HandbookTests : IDisposable
{
    private readonly TestProgram _program = new();

    public HandbookTests()
    {
        foreach (var (file, text) in SmallRules.Files())
        {
            _program.Write($"rules/{file}", text);
            _program.Write($"older/{file}", text.Replace("within: 20 days", "within: 15 days", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void It_is_written_to_the_file_and_says_what_is_in_it()
    {
        var run = _program.Run("rules", "handbook", "--out", "books/handbook.html");

        (run.Code, run.Errors).ShouldBe((ExitCode.Done, ""));
        run.Output.ShouldContain("books/handbook.html: 11 rules of 5 packs.");
        var page = File.ReadAllText(_program.Path("books/handbook.html"));
        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("Made on Friday 20 November 2026");
        page.ShouldNotContain("What changed");
    }

    [Fact]
    public void Without_a_file_it_goes_to_the_output_and_nothing_else_does()
    {
        var run = _program.Run("rules", "handbook");

        (run.Code, run.Errors).ShouldBe((ExitCode.Done, ""));
        run.Output.ShouldStartWith("<!DOCTYPE html>");
        run.Output.TrimEnd().ShouldEndWith("</html>");
        Directory.GetFiles(_program.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void What_changed_since_another_folder_is_told()
    {
        var run = _program.Run("rules", "handbook", "--since", "older");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("<mark>15</mark>");
        run.Output.ShouldContain("<mark>20</mark>");
    }

    [Fact]
    public void The_protocols_of_others_are_left_out_and_named()
    {
        _program.Write("rules/other.yaml", SmallRules.Files()["local.yaml"].Replace("pack: borough", "pack: other", StringComparison.Ordinal).Replace("Protocol of a borough", "Protocol of the others", StringComparison.Ordinal));

        var run = _program.Run("rules", "handbook", "--pack", "borough", "--since", "older");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("id=\"pack.borough\"");
        run.Output.ShouldNotContain("id=\"pack.other\"");
        run.Output.ShouldContain("Left out, as it concerns other partnerships: Protocol of the others.");
        run.Output.ShouldContain("<mark>15</mark>");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("guidance-2")]
    public void What_is_no_protocol_cannot_be_chosen(string pack)
    {
        var run = _program.Run("rules", "handbook", "--pack", pack);

        (run.Code, run.Output).ShouldBe((ExitCode.Usage, ""));
        run.Errors.ShouldContain($"There is no protocol '{pack}'; those that partnerships adopt are: borough.");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_usage()
    {
        var run = _program.Run("rules", "handbook", "--since", "oldest");

        (run.Code, run.Output).ShouldBe((ExitCode.Usage, ""));
        run.Errors.ShouldContain("--since names a folder with the rules as they were");
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("older")]
    public void A_mistake_on_either_side_is_told_with_its_place(string folder)
    {
        _program.Write($"{folder}/local.yaml", SmallRules.Files()["local.yaml"].Replace("starts: told", "starts: tld", StringComparison.Ordinal));

        var run = _program.Run("rules", "handbook", "--since", "older", "--out", "handbook.html");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain($"{folder}/local.yaml:");
        run.Errors.ShouldContain("DHR012: unknown event 'tld'; did you mean 'told'?");
        File.Exists(_program.Path("handbook.html")).ShouldBeFalse();
    }

    [Fact]
    public void The_same_files_give_the_same_page_on_the_same_day() =>
        _program.Run("rules", "handbook", "--since", "older").Output.ShouldBe(_program.Run("rules", "handbook", "--since", "older").Output);
}
