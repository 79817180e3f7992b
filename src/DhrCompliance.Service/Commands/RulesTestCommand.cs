using System.CommandLine;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules test</c>: runs the scenarios that stand beside the rules.</summary>
internal static class RulesTestCommand
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(Invocation invocation, Shared shared)
    {
        var names = new Argument<string[]>("NAME") { Description = "Only scenarios whose name contains this, or all of a pack (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        var mutate = new Option<bool>("--mutate") { Description = "Change each number, comparison, event and recipient in turn, and list what no scenario notices; NAME is then a pack, rule, path or condition" };
        var command = new Command("test", """
            Runs the scenarios beside the rules: what they expect on each day, beside what the rules say. Changes nothing and needs no register.
            With --mutate it changes the rules in memory, one small thing at a time, and lists the changes that no scenario notices.
            Exit code 0 when all are as expected (and every change is noticed), 1 when one is not, 3 when a rule file is wrong.

            Examples:
              dhr rules test
              dhr rules test statute
              dhr rules test "31 January" --format json
              dhr rules test --mutate
              dhr rules test --mutate statute
            """) { names, format, mutate };
        command.SetAction(parsed =>
        {
            var folder = shared.Settings(parsed, invocation).Rules.Path;
            var chosen = parsed.GetValue(names) ?? [];
            var isJson = parsed.GetValue(format) == Json;
            return parsed.GetValue(mutate) ? Mutate(folder, chosen, isJson, invocation) : Run(RulesFolder.Read(folder), chosen, folder, isJson, invocation);
        });
        return command;
    }

    private static int Run(Rulebook rulebook, string[] names, string folder, bool isJson, Invocation invocation)
    {
        var results = ScenarioRunner.Run(rulebook, Chosen(rulebook, names));
        var place = RulesCommand.Shown(folder, invocation);
        if (isJson)
        {
            invocation.Show(ScenarioJson.Of(results, rulebook, place));
        }
        else
        {
            ScenarioLines.Show(results, place, invocation);
        }

        return results.All(result => result.Passed) ? ExitCode.Done : ExitCode.Found;
    }

    /// <summary>What is not as expected already would be taken for noticing: then the scenarios alone are told.</summary>
    private static int Mutate(string folder, string[] names, bool isJson, Invocation invocation)
    {
        var files = RulesFolder.Files(folder);
        var rulebook = RulesFolder.Read(folder);
        if (ScenarioRunner.Run(rulebook, rulebook.Scenarios).Any(result => !result.Passed))
        {
            Run(rulebook, [], folder, isJson, invocation);
            invocation.Complain("dhr: scenarios are not as expected; mend them first, then ask what they notice.");
            return ExitCode.Found;
        }

        var tried = MutationRun.Of(new MutationTest(files, rulebook), rulebook, names, invocation);
        var place = RulesCommand.Shown(folder, invocation);
        if (isJson)
        {
            invocation.Show(MutationJson.Of(tried, rulebook, place));
        }
        else
        {
            MutationLines.Show(tried, place, invocation);
        }

        return tried.Any(one => one.Fate == MutationFate.Unnoticed) ? ExitCode.Found : ExitCode.Done;
    }

    /// <summary>Throws <see cref="UsageException"/> where a name is that of no scenario and no pack.</summary>
    private static List<Scenario> Chosen(Rulebook rulebook, string[] names)
    {
        foreach (var name in names.Where(name => !rulebook.Scenarios.Any(scenario => IsCalled(scenario, name))))
        {
            var near = Nearest.Of(name, rulebook.Packs.Select(pack => pack.Id));
            throw new UsageException($"There is no scenario with '{name}' in its name, and no pack '{name}' with scenarios{(near is null ? "." : $"; did you mean '{near}'?")}");
        }

        return [.. rulebook.Scenarios.Where(scenario => names.Length == 0 || names.Any(name => IsCalled(scenario, name)))];
    }

    private static bool IsCalled(Scenario scenario, string name) =>
        scenario.Pack == name || scenario.Name.Contains(name, StringComparison.OrdinalIgnoreCase);
}
