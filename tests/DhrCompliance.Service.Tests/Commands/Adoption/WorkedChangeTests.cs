using System.Text.Json;
using System.Text.RegularExpressions;
using DhrCompliance.Service.Commands;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Commands.Adoption;

/// <summary>The worked change of rules/README.md, followed as it stands: every file that it writes, every command that it gives, and what it says that is answered.</summary>
public sealed partial class WorkedChangeTests : IDisposable
{
    private const string Example = "3fa9c1d20b77";

    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void It_works_as_it_is_written()
    {
        RulesOf.Copy(_program);
        _program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        Directory.CreateDirectory(_program.Path("data"));
        File.Move(_program.Path("demo/register.db"), _program.Path("data/register.db"));
        var before = RulesOf.InForce(_program);
        var text = File.ReadAllText(Path.Combine(Repository.Root, "rules", "README.md")).ReplaceLineEndings("\n");
        var section = text[text.IndexOf("\n## A change from start to end\n", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 1, StringComparison.Ordinal)];

        var answer = "";
        var (files, commands, answers) = (0, 0, 0);
        var end = 0;
        foreach (Match block in Fence().Matches(section))
        {
            switch (block.Groups["kind"].Value)
            {
                case "yaml":
                    files++;
                    _program.Write(FileNamed(section[end..block.Index]), block.Groups["text"].Value);
                    break;
                case "text":
                    foreach (var line in block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        answers++;
                        Plain(answer).ShouldContain(line);
                    }

                    break;
                default:
                    answer = "";
                    foreach (var line in block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        commands++;
                        answer += Do(line);
                    }

                    break;
            }

            end = block.Index + block.Length;
        }

        (files, commands).ShouldBe((2, 10));
        answers.ShouldBeGreaterThan(5);
        var inForce = RulesOf.InForce(_program);
        inForce.ShouldNotBe(before);
        _program.Ask("SELECT rulebook FROM sweeps ORDER BY row DESC LIMIT 1").ShouldBe(inForce);
        _program.Run("run").Errors.ShouldBeEmpty("the folder holds what is in force");
    }

    private string Do(string line)
    {
        var words = Word().Matches(line).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value).ToList();
        if (words[0] == "cp")
        {
            foreach (var file in words[1..^1])
            {
                File.Copy(_program.Path(file), _program.Path(words[^1] + Path.GetFileName(file)));
            }

            return "";
        }

        words[0].ShouldBe("dhr");
        if (words.IndexOf(Example) is var hash and > 0)
        {
            words[hash] = JsonDocument.Parse(_program.Run("rules", "proposals", "--format", "json").Output).RootElement.GetProperty("waiting")[0].GetString()!;
            _program.Run("rules", "adopt", words[hash], "--by", "A Jones").Code.ShouldBe(ExitCode.Usage);
        }

        var run = _program.Run([.. words.Skip(1)]);
        run.Code.ShouldBe(ExitCode.Done, $"{line}\n{run.Errors}{run.Output}");
        return run.Output + run.Errors;
    }

    /// <summary>The last file in backquotes under <c>changed/</c> before a block.</summary>
    private static string FileNamed(string before) => Named().Matches(before)[^1].Groups[1].Value;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```(?<kind>[a-z]*)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\"([^\"]*)\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex("`(changed/[^`]+)`")]
    private static partial Regex Named();
}
