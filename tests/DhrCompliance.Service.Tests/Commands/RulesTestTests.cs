using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary><c>dhr rules test</c>: what scenarios expect, beside what the rules say.</summary>
public sealed class RulesTestTests
{
    private const string Scenes = """
        scenarios-of: guidance-2016
        scenarios:
          - name: a month from 31 January
            case:
              events:
                - event: csp-chair-notified
                  date: 2023-01-31
            steps:
              - day: 2023-02-28
                expect:
                  states:
                    decide: due-soon
          - name: three weeks
            case:
              events:
                - event: csp-chair-notified
                  date: 2023-01-31
            steps:
              - day: 2023-02-22
                expect:
                  states:
                    decide: overdue

        """;

    [Fact]
    public void What_is_not_as_expected_is_shown_with_its_line_and_why()
    {
        using var program = With(Scenes);

        var run = program.Run("rules", "test", "month", "weeks");

        run.Code.ShouldBe(ExitCode.Found, run.Errors);
        run.Output.ShouldContain("rules/scenes.yaml:22: on 2023-02-22, state of decide: expected overdue | found due-soon");
        run.Output.ShouldContain("That makes it due by Tuesday 28 February 2023");
        run.Output.ShouldContain("2 scenarios: 1 as expected, 1 not.");
        run.Output.ShouldNotContain("a month from 31 January");
    }

    [Fact]
    public void All_as_expected_is_exit_code_0()
    {
        using var program = With(Scenes);

        var run = program.Run("rules", "test", "31 january");

        (run.Code, run.Output.Trim()).ShouldBe((ExitCode.Done, "1 scenario: all as expected."), run.Errors);
        program.Run("rules", "test", "31 january", "--quiet").Output.ShouldBe("");
    }

    [Fact]
    public void Json_has_every_scenario()
    {
        using var program = With(Scenes);

        var run = program.Run("rules", "test", "month", "weeks", "--format", "json");

        run.Code.ShouldBe(ExitCode.Found);
        using var json = JsonDocument.Parse(run.Output);
        (json.RootElement.GetProperty("passed").GetInt32(), json.RootElement.GetProperty("failed").GetInt32()).ShouldBe((1, 1));
        var failed = json.RootElement.GetProperty("scenarios").EnumerateArray().Single(one => !one.GetProperty("passed").GetBoolean());
        failed.GetProperty("name").GetString().ShouldBe("three weeks");
        var failure = failed.GetProperty("failures")[0];
        (failure.GetProperty("expected").GetString(), failure.GetProperty("found").GetString(), failure.GetProperty("line").GetInt32()).ShouldBe(("overdue", "due-soon", 22));
    }

    [Fact]
    public void A_mistake_in_a_scenario_is_exit_code_3_and_an_unknown_name_2()
    {
        using var program = With(Scenes.Replace("decide: overdue", "decide: overdo", StringComparison.Ordinal));

        var run = program.Run("rules", "test");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("scenes.yaml:22:21: DHR023: unknown state of 'decide': 'overdo'; did you mean 'overdue'?");
        program.Run("rules", "test", "no such", "--rules", Path.Combine(Repository.Root, "rules")).Code.ShouldBe(ExitCode.Usage);
    }

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
