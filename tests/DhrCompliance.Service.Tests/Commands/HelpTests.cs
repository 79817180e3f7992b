using System.CommandLine;
using System.Diagnostics;
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
        Suggested("dhr report board --table ").ShouldContain("completions");
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

    [SkippableTheory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void The_script_is_right_in_the_shell_itself(string shell)
    {
        Skip.IfNot(new[] { "/bin", "/usr/bin" }.Any(folder => File.Exists(Path.Combine(folder, shell))), $"there is no {shell} on this machine");
        using var program = new TestProgram();
        program.Write("completion", program.Run("completion", shell).Output);

        Shell(shell, "-n", program.Path("completion")).ShouldBe((0, ""));
    }

    [SkippableFact]
    public void Bash_completes_what_the_program_suggests()
    {
        Skip.IfNot(File.Exists("/bin/bash"), "there is no bash on this machine");
        using var program = new TestProgram();
        program.Write("completion", program.Run("completion", "bash").Output);
        var stub = $$"""
            dhr() { case "$1" in '[suggest:'*) printf '%s\n' questions query;; esac; }
            . '{{program.Path("completion")}}'
            COMP_LINE='dhr que'; COMP_POINT=7; COMP_WORDS=(dhr que); COMP_CWORD=1
            "$(complete -p dhr | sed 's/.*-F \([^ ]*\).*/\1/')" dhr que dhr
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        Shell("bash", "-c", stub).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["questions", "query"]);
    }

    private static (int Code, string Output) Shell(string shell, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();
        return (process.ExitCode, output + errors);
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [(path, command)]
        : command.Subcommands.SelectMany(below => Leaves(below, $"{path} {below.Name}"));
}
