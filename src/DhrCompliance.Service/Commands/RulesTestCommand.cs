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
        var command = new Command("test", """
            Runs the scenarios beside the rules: what they expect on each day, beside what the rules say. Changes nothing and needs no register.
            Exit code 0 when all are as expected, 1 when one is not, 3 when a rule file is wrong.

            Examples:
              dhr rules test
              dhr rules test statute
              dhr rules test "31 January" --format json
            """) { names, format };
        command.SetAction(parsed =>
        {
            var folder = shared.Settings(parsed, invocation).Rules.Path;
            var rulebook = RulesFolder.Read(folder);
            var results = ScenarioRunner.Run(rulebook, Chosen(rulebook, parsed.GetValue(names) ?? []));
            var place = RulesCommand.Shown(folder, invocation);
            if (parsed.GetValue(format) == Json)
            {
                invocation.Show(ScenarioJson.Of(results, rulebook, place));
            }
            else
            {
                ScenarioLines.Show(results, place, invocation);
            }

            return results.All(result => result.Passed) ? ExitCode.Done : ExitCode.Found;
        });
        return command;
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
