using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Tests.Commands;

public sealed partial class ReadmeTests
{
    private static readonly string Root = FindRoot();

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void The_worked_case_is_what_explain_says()
    {
        var shown = Blocks().Matches(Readme).Select(match => match.Groups["text"].Value).Single(text => text.StartsWith("R02", StringComparison.Ordinal));
        shown.ShouldContain("cannot tell");
        using var program = new TestProgram();
        program.Run("import", Path.Combine(Root, "tests", "data", "real-timelines")).Code.ShouldBe(0);
        program.Run("explain", "R02", "decide", "--as-of", "2026-11-20").Output.ReplaceLineEndings("\n").ShouldContain(shown.TrimEnd('\n'));
    }

    [Fact]
    public void Every_page_it_points_to_is_there() => Links().Matches(Readme).Select(match => match.Groups["path"].Value)
        .Where(path => !File.Exists(Path.Combine(Root, path))).ShouldBeEmpty();

    [Fact]
    public void Every_command_it_names_has_help()
    {
        using var program = new TestProgram();
        var commands = Commands().Matches(Readme).Select(match => match.Groups["verb"].Value).Distinct().ToList();
        commands.ShouldContain("audit");
        commands.Where(command => program.Run(command, "--help").Code != 0).ShouldBeEmpty();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DhrCompliance.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"```\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\((?<path>[A-Za-z][A-Za-z0-9/._-]*)\)")]
    private static partial Regex Links();

    [GeneratedRegex("`dhr (?<verb>[a-z]+)")]
    private static partial Regex Commands();
}
