using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Rule files that are wrong: each told with file, line, column and a caret; exit code 3; no command goes on with half a rulebook.</summary>
public sealed class BadRulesTests
{
    private static readonly string Rules = Path.Combine(Repository.Root, "rules");

    [Fact]
    public void Good_rules_have_no_mistake_and_are_named_by_their_hash()
    {
        using var program = new TestProgram();

        var run = program.Run("rules", "check", "--rules", Rules);

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("no mistakes");
        run.Output.ShouldContain("sha256:");
        var quiet = program.Run("rules", "check", "--rules", Rules, "--quiet");
        (quiet.Code, quiet.Output).ShouldBe((ExitCode.Done, ""));
    }

    [Theory]
    [InlineData("an unknown word", "event: submitted", "event: submited", "did you mean 'submitted'?")]
    [InlineData("a wrong type", "within: 1 month", "within: soon", "within")]
    [InlineData("a duplicate key", "within: 1 month", "within: 1 month\n    within: 2 months", "twice")]
    [InlineData("an alias", "within: 1 month", "within: *one", "*")]
    [InlineData("an anchor", "within: 1 month", "within: &one 1 month", "&")]
    [InlineData("a tag", "within: 1 month", "within: !!str 1 month", "!!str")]
    public void A_mistake_is_shown_with_its_line_and_a_caret(string what, string good, string bad, string expected)
    {
        using var program = new TestProgram();
        Copy(program);
        var path = program.Path("rules/national/guidance-2016.yaml");
        var text = File.ReadAllText(path);
        if (!text.Contains(good, StringComparison.Ordinal))
        {
            good = good.Replace("event: ", "", StringComparison.Ordinal);
            bad = bad.Replace("event: ", "", StringComparison.Ordinal);
        }

        File.WriteAllText(path, text[..text.IndexOf(good, StringComparison.Ordinal)] + bad + text[(text.IndexOf(good, StringComparison.Ordinal) + good.Length)..]);

        var run = program.Run("rules", "check");

        run.Code.ShouldBe(ExitCode.BadInput, what);
        run.Errors.ShouldMatch(@"(?m)^rules/national/guidance-2016\.yaml:\d+:\d+: DHR\d+: ");
        run.Errors.ShouldMatch(@"\n +\^+");
        run.Errors.ShouldContain(expected);
        run.Errors.ShouldContain("mend and check again");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Mistakes_are_told_as_JSON_too()
    {
        using var program = new TestProgram();
        Copy(program);
        var path = program.Path("rules/national/guidance-2016.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("status: in-force", "status: in-froce", StringComparison.Ordinal));

        var run = program.Run("rules", "check", "--format", "json");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldBeEmpty();
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        root.EnumerateObject().Select(property => property.Name).ShouldBe(["rulebook", "summary", "diagnostics"]);
        root.GetProperty("rulebook").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("summary").GetProperty("error").GetInt32().ShouldBe(1);
        var found = root.GetProperty("diagnostics").EnumerateArray().Single(one => one.GetProperty("severity").GetString() == "error");
        found.EnumerateObject().Select(property => property.Name).ShouldBe(["severity", "code", "file", "line", "column", "message", "suggestion", "hint", "source"]);
        found.GetProperty("code").GetString().ShouldBe("DHR023");
        found.GetProperty("file").GetString().ShouldBe("rules/national/guidance-2016.yaml");
        found.GetProperty("column").GetInt32().ShouldBe(9);
        found.GetProperty("suggestion").GetString().ShouldBe("in-force");
        found.GetProperty("source").GetString().ShouldBe("status: in-froce");
    }

    [Fact]
    public void Rules_without_a_mistake_are_told_as_JSON_with_their_hash_and_notes()
    {
        using var program = new TestProgram();

        var run = program.Run("rules", "check", "--rules", Rules, "--format", "json");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("rulebook").GetString()!.ShouldStartWith("sha256:");
        document.RootElement.GetProperty("summary").GetProperty("error").GetInt32().ShouldBe(0);
        document.RootElement.GetProperty("summary").GetProperty("note").GetInt32().ShouldBe(document.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Theory]
    [InlineData("a bomb")]
    [InlineData("100,000 brackets")]
    [InlineData("50 MB")]
    public void A_hostile_file_is_one_mistake_of_its_own(string what)
    {
        using var program = new TestProgram();
        Copy(program);
        program.Write("rules/national/hostile.yaml", what switch
        {
            "a bomb" => "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n",
            "50 MB" => "pack: " + new string('x', 50 << 20),
            _ => "pack: " + new string('[', 100_000),
        });

        var run = program.Run("rules", "check");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("national/hostile.yaml");
        run.Errors.ShouldNotContain("national/guidance-2016.yaml");
        run.Errors.Length.ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("run")]
    [InlineData("rules", "check")]
    [InlineData("demo")]
    public void An_empty_rules_folder_is_told(params string[] command)
    {
        using var program = Timelines.Imported();
        Directory.CreateDirectory(program.Path("none"));

        var run = program.Run([.. command, "--rules", "none"]);

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("there is no rule file");
        Directory.Exists(program.Path("demo")).ShouldBeFalse();
        program.Run([.. command, "--rules", "nowhere"]).Errors.ShouldContain("There is no rules folder at");
    }

    [Fact]
    public void Broken_rules_stop_every_command_before_anything_is_written()
    {
        using var program = Timelines.Imported();
        Copy(program);
        program.Write("rules/national/broken.yaml", "pack: broken\ntimescales: [");
        var before = File.ReadAllBytes(program.Path("data/register.db"));

        foreach (var command in new string[][] { ["run"], ["audit"], ["explain", "R02"], ["import", Timelines.Folder], ["export", "out"], ["event", "add", "R02", "death", "2012-07-16"] })
        {
            var run = program.Run(command);
            run.Code.ShouldBe(ExitCode.BadInput, string.Join(' ', command));
            run.Errors.ShouldContain("national/broken.yaml:");
        }

        File.ReadAllBytes(program.Path("data/register.db")).ShouldBe(before);
        Directory.Exists(program.Path("out")).ShouldBeFalse();
    }

    private static void Copy(TestProgram program)
    {
        foreach (var file in Directory.GetFiles(Rules, "*", SearchOption.AllDirectories))
        {
            program.Write(Path.Combine("rules", Path.GetRelativePath(Rules, file)), File.ReadAllText(file));
        }
    }
}
