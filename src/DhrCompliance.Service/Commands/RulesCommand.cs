using System.CommandLine;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules check</c>: every mistake in every rule file, at once; and what else is asked of rule files.</summary>
internal static class RulesCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var check = new Command("check", """
            Reads every rule file and lists every mistake with file, line and column. Exit code 3 when there is one.

            Examples:
              dhr rules check
              dhr rules check --rules ./proposed
              dhr rules check --format json
            """);
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "json");
        check.Options.Add(format);
        check.SetAction(parsed =>
        {
            var folder = shared.Settings(parsed, invocation).Rules.Path;
            var reading = RuleReadings.Of(RulesFolder.Files(folder));
            if (parsed.GetValue(format) == "json")
            {
                var place = Shown(folder, invocation);
                Documents.Write(null, invocation, stream => DiagnosticsJson.Write(stream, reading, [.. reading.Diagnostics.Select(one => RulesFolder.Placed(one, place))]));
                return reading.Rulebook is null ? ExitCode.BadInput : ExitCode.Done;
            }

            var shown = reading.Diagnostics.Where(one => one.Severity != Severity.Information || !parsed.GetValue(shared.Quiet)).ToList();
            if (shown.Count > 0)
            {
                var place = Shown(folder, invocation);
                invocation.Complain(DiagnosticText.Of(shown.Select(one => RulesFolder.Placed(one, place))).TrimEnd());
            }

            if (reading.Rulebook is not { } rulebook)
            {
                var mistakes = reading.Diagnostics.Count(one => one.Severity == Severity.Error);
                invocation.Complain($"dhr: {mistakes} {(mistakes == 1 ? "mistake" : "mistakes")} in {folder}; mend and check again.");
                return ExitCode.BadInput;
            }

            if (!parsed.GetValue(shared.Quiet))
            {
                var rules = RuleNames.All(rulebook).Count();
                invocation.Say($"{folder}: {rulebook.Packs.Length} packs, {rules} rules, {rulebook.Paths.Length} escalation paths, no mistakes.");
                invocation.Say($"Rulebook {rulebook.Hash}");
            }

            return ExitCode.Done;
        });
        return new Command("rules", "Rule files: check them, run their scenarios, read them in plain English, see what a change of them does, and bring it into force.")
        {
            check, RulesTestCommand.Create(invocation, shared), RulesExplainCommand.Create(invocation, shared), ImpactCommand.Create(invocation, shared),
            RulesProposeCommand.Create(invocation, shared), RulesProposalsCommand.Create(invocation, shared), RulesAdoptCommand.Create(invocation, shared),
            RulesExportCommand.Create(invocation, shared), HandbookCommand.Create(invocation, shared), RulesSchemaCommand.Create(invocation, shared),
        };
    }

    /// <summary>The folder as it is typed from here: <c>rules</c>, or the whole path where it lies elsewhere.</summary>
    public static string Shown(string folder, Invocation invocation)
    {
        var relative = Path.GetRelativePath(invocation.Surroundings.WorkingFolder, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? folder : relative.Replace('\\', '/');
    }
}
