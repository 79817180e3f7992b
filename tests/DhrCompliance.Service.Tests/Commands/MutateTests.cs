using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary><c>dhr rules test --mutate</c>: what no scenario notices.</summary>
public sealed class MutateTests
{
    private const string Scenes = """
        scenarios-of: guidance-2016
        scenarios:
          - name: the day after a month
            case:
              events:
                - event: csp-chair-notified
                  date: 2023-05-15
            steps:
              - day: 2023-06-16
                expect:
                  states:
                    decide: overdue

        """;

    private const string LastDay = """
            steps:
              - day: 2023-06-15
                expect:
                  states:
                    decide: due-soon

        """;

    [Fact]
    public void What_no_scenario_noticed_is_told_with_its_place_and_what_to_do()
    {
        using var program = With(Scenes);

        var run = program.Run("rules", "test", "--mutate", "guidance-2016/decide");

        run.Code.ShouldBe(ExitCode.Found, run.Errors);
        run.Output.ShouldContain($"""
            rules/national/guidance-2016.yaml:{LineOf("    within: 1 month")}:13: guidance-2016/decide, within: no scenario noticed '1 month' changed to '1 week'.
              Add one that expects a state, or who is told, on the last day and on the day after it.
            """);
        run.Output.ShouldContain("guidance-2016/decide, ends-with: no scenario noticed 'closed' left out.");
        run.Output.ShouldContain("changes of the rules tried: ");
        run.Output.ShouldContain("  time-limit: 1 of 2 not noticed");
        run.Output.ShouldNotContain("complete-report");
    }

    [Fact]
    public void Once_a_scenario_notices_it_it_is_told_no_more()
    {
        using var program = With(Scenes.Replace("    steps:\n", LastDay, StringComparison.Ordinal));

        program.Run("rules", "test", "--mutate", "decide").Output.ShouldNotContain("guidance-2016/decide, within");
    }

    [Fact]
    public void Json_has_each_of_them()
    {
        using var program = With(Scenes);

        var run = program.Run("rules", "test", "--mutate", "guidance-2016/decide", "--format", "json");

        run.Code.ShouldBe(ExitCode.Found);
        using var json = JsonDocument.Parse(run.Output);
        var mutations = json.RootElement.GetProperty("mutations").EnumerateArray().ToList();
        json.RootElement.GetProperty("unnoticed").GetInt32().ShouldBe(mutations.Count);
        json.RootElement.GetProperty("noticed").GetInt32().ShouldBeGreaterThan(0);
        var limit = mutations.Single(one => one.GetProperty("key").GetString() == "within");
        (limit.GetProperty("kind").GetString(), limit.GetProperty("was").GetString(), limit.GetProperty("became").GetString()).ShouldBe(("time-limit", "1 month", "1 week"));
        mutations.ShouldContain(one => one.GetProperty("key").GetString() == "ends-with" && one.GetProperty("became").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public void Scenarios_that_fail_already_are_told_instead()
    {
        using var program = With(Scenes.Replace("overdue", "due-soon", StringComparison.Ordinal));

        var run = program.Run("rules", "test", "--mutate");

        run.Code.ShouldBe(ExitCode.Found);
        run.Output.ShouldContain("expected due-soon | found overdue");
        run.Errors.ShouldContain("mend them first");
    }

    [Fact]
    public void A_name_of_nothing_is_wrong_usage()
    {
        using var program = With(Scenes);

        var run = program.Run("rules", "test", "--mutate", "decid");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("'decid' of which something can be changed; did you mean 'decide'?");
    }

    private static int LineOf(string line) => Array.IndexOf(File.ReadAllLines(Path.Combine(Repository.Root, "rules/national/guidance-2016.yaml")), line) + 1;

    private static TestProgram With(string scenes)
    {
        var program = new TestProgram();
        foreach (var file in Repository.Files("rules", ".yaml", ".csv").Where(file => !file.EndsWith(".scenarios.yaml", StringComparison.Ordinal)))
        {
            program.Write(file, File.ReadAllText(Path.Combine(Repository.Root, file)));
        }

        program.Write("rules/scenes.yaml", scenes);
        return program;
    }
}
