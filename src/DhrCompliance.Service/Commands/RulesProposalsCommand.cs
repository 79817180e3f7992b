using System.CommandLine;
using System.Text.Json;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules proposals</c>: what was proposed, refused, taken back and adopted, by whom.</summary>
internal static class RulesProposalsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Create(Invocation invocation, Shared shared)
    {
        var format = new Option<string>("--format") { Description = "table, list, csv or json", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "list", "csv", "json");
        var command = new Command("proposals", """
            Shows what became of each rulebook, the latest first: proposed, taken back, refused, adopted; when, by whom, and what it does. Says which is in force.

            Examples:
              dhr rules proposals
              dhr rules proposals --format json
            """)
        {
            format,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var standing = ledger.Rulebooks();
            switch (parsed.GetValue(format))
            {
                case "json":
                    invocation.Show(Json(standing));
                    break;
                case "csv":
                    CsvTable.Write(invocation.Output, Table(standing));
                    break;
                case "list":
                    ListTable.Write(invocation.Output, Table(standing));
                    break;
                default:
                    invocation.Show(standing.InForce is { } hash ? $"In force: {Hashes.Short(hash)}." : "No rulebook is in force yet: the first sweep adopts the one in the folder of rule files.");
                    foreach (var step in standing.Waiting)
                    {
                        invocation.Show($"Waits for a person{(step.By.Length > 0 ? $" other than {step.By}" : "")}: {Pages.Adopting(step.Hash)}. Its page: {FolderCandidate.PageOf(settings, step.Source, step.Hash)}");
                    }

                    if (standing.Steps.Length > 0)
                    {
                        invocation.Show();
                        TerminalTable.Write(invocation.Output, Table(standing), Looks.Of(invocation));
                    }

                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Table Table(RulebookStanding standing) => new()
    {
        Title = "What became of each rulebook",
        Columns = [new("rulebook"), new("what"), new("when"), new("by"), new("from"), new("more")],
        Rows = standing.Steps.Reverse().Select(step => System.Collections.Immutable.ImmutableArray.Create(
            Hashes.Short(step.Hash), What(step, standing), Instants.LondonText(step.At), step.By.Length > 0 ? step.By : "not known", step.Source, RulesNews.FirstLine(step.Detail))),
    };

    private static string What(RulebookStep step, RulebookStanding standing) => step.Kind switch
    {
        RulebookStep.Proposed => standing.IsWaiting(step) ? "proposed, waits" : "proposed",
        RulebookStep.Adopted => standing.Adoption == step ? "adopted, in force" : "adopted",
        RulebookStep.Withdrawn => "taken back",
        _ => step.Kind,
    };

    private static string Json(RulebookStanding standing) => JsonSerializer.Serialize(
        new
        {
            standing.InForce,
            Waiting = standing.Waiting.Select(step => step.Hash),
            Steps = standing.Steps.Select(step => new { step.Kind, step.Source, step.Hash, step.Base, step.By, step.Account, At = Instants.Write(step.At), step.Detail }),
        },
        Indented);
}
