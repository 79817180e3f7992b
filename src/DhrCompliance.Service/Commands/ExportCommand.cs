using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr export</c>: the register in the import format.</summary>
internal static class ExportCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var folder = new Argument<string>("DIR-or-FILE.xlsx") { Description = "The folder, or the workbook, to write" };
        var history = new Option<bool>("--history") { Description = "Superseded versions too, in a folder of their own (not in a workbook)" };
        var command = new Command("export", """
            Writes the register as a folder of CSV files, or as a workbook to work in. Importing them gives equal audits.

            Examples:
              dhr export register/
              dhr export register/ --history
              dhr export register.xlsx
            """)
        {
            folder, history,
        };
        command.SetAction(parsed =>
        {
            var ending = Path.GetExtension(parsed.GetValue(folder)!.TrimEnd('/', '\\')).ToLowerInvariant();
            if (ending is ".zip" or ".json" or ".csv" or ".xls" or ".xlsm")
            {
                throw new UsageException($"'{parsed.GetValue(folder)}' looks like a file: export writes a folder of CSV files, or a workbook (.xlsx); give a folder's name, or one that ends in .xlsx.");
            }

            if (ending == ".xlsx" && parsed.GetValue(history))
            {
                throw new UsageException("--history goes with a folder: a workbook has the versions that count.");
            }

            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var rulebook = RulesInUse.For(settings, ledger, invocation);
            if (ending == ".xlsx")
            {
                return WriteWorkbook(invocation, ledger, CompiledRulebook.Compile(rulebook), parsed.GetValue(folder)!);
            }

            var words = KnownWords.Of(rulebook);
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

    private static int WriteWorkbook(Invocation invocation, LedgerDatabase ledger, CompiledRulebook compiled, string path)
    {
        var book = RegisterBook.Of(ledger, compiled, invocation.Today);
        Documents.Write(path, invocation, stream => WorkbookWriter.Write(book.Workbook, stream));
        foreach (var sheet in book.Tables)
        {
            invocation.Say($"{path}, sheet {sheet.Name}: {Recorded.Counted(sheet.Rows.Length, "row")}");
        }

        foreach (var trouble in book.Troubles)
        {
            invocation.Complain($"dhr: {trouble}");
        }

        return book.Troubles.Any() ? ExitCode.Partly : ExitCode.Done;
    }
}
