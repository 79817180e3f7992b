using System.CommandLine;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Help that can be copied and run, and completion by the shell.</summary>
public sealed class HelpTests
{
    private static readonly RootCommand Root = Entry.Root(
        new Invocation(TextWriter.Null, TextWriter.Null, new Surroundings(new Dictionary<string, string>(), ".", "."), new Service.Tests.Ledger.ManualClock(), "tester", "bench"), new Shared());

    public static TheoryData<string> Commands() => [.. Leaves(Root, "dhr").Select(one => one.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_examples_and_each_parses(string path)
    {
        var command = Leaves(Root, "dhr").Single(one => one.Path == path).Command;
        var text = command.Description!;

        text.ShouldContain("Example", customMessage: path);
        var examples = text[text.IndexOf("Example", StringComparison.Ordinal)..].Split('\n').Skip(1).Select(line => line.Trim()).TakeWhile(line => line.StartsWith("dhr ", StringComparison.Ordinal)).ToList();
        examples.ShouldNotBeEmpty();
        foreach (var example in examples)
        {
            var parsed = Root.Parse(example["dhr ".Length..].Split("   ")[0].Split(" > ")[0]);
            parsed.Errors.Select(error => error.Message).ShouldBeEmpty(example);
        }

        examples.ShouldContain(example => $"{example} ".StartsWith($"{path} ", StringComparison.Ordinal), $"{path} shows itself");
    }

    [Fact]
    public void A_shell_completes_commands_options_and_fixed_words_and_no_reference()
    {
        using var program = new TestProgram();

        Suggested("dhr que").ShouldContain("questions");
        Suggested("dhr audit --known").ShouldContain("--known-at");
        Suggested("dhr audit --format ").ShouldContain("csv");
        Suggested("dhr audit --case ").ShouldNotContain("HAR");

        string Suggested(string line) => program.Run($"[suggest:{line.Length}]", line).Output;
    }

    [Theory]
    [InlineData("bash", "complete -F")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c dhr")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void The_script_of_each_shell_asks_the_program(string shell, string expected)
    {
        using var program = new TestProgram();
        var run = program.Run("completion", shell);

        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain(expected);
        run.Output.ShouldContain("[suggest:");
        run.Output.ShouldNotContain('\r');
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [(path, command)]
        : command.Subcommands.SelectMany(below => Leaves(below, $"{path} {below.Name}"));
}
