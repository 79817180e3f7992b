using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr export</c>: the register in the import format.</summary>
internal static class ExportCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write" };
        var history = new Option<bool>("--history") { Description = "Superseded versions too, in a folder of their own" };
        var command = new Command("export", """
            Writes the register as a folder of CSV files. Importing them gives equal audits.

            Examples:
              dhr export register/
              dhr export register/ --history
            """)
        {
            folder, history,
        };
        command.SetAction(parsed =>
        {
            if (Path.GetExtension(parsed.GetValue(folder)!.TrimEnd('/', '\\')).ToLowerInvariant() is ".xlsx" or ".zip" or ".json" or ".csv")
            {
                throw new UsageException($"'{parsed.GetValue(folder)}' looks like a file: export writes a folder of CSV files; give a folder's name.");
            }

            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var words = KnownWords.Of(RulesInUse.For(settings, ledger, invocation));
            var path = Path.GetFullPath(parsed.GetValue(folder)!, invocation.Surroundings.WorkingFolder);
            ExportOutcome? outcome = null;
            Documents.Placed(path, () => outcome = RegisterExport.Write(ledger.Rows(), words, path, parsed.GetValue(history) ? ledger.History() : null));
            foreach (var file in outcome!.Files)
            {
                invocation.Say($"{Path.Combine(path, file.Name)}: {Recorded.Counted(file.Rows, "row")}");
            }

            foreach (var other in outcome.Beside)
            {
                invocation.Complain($"dhr: {other} stood in {path} already and an import would read it too: move it away if it is not meant.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
