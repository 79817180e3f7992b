using System.CommandLine;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Mappings;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr import</c>: CSV or a workbook into the register, all or nothing unless a part is asked for.</summary>
internal static class ImportCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var files = new Argument<string[]>("FILE") { Description = "A workbook (.xlsx), a folder of CSV files, a ZIP of them, or one CSV file", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the differences; write nothing" };
        var partial = new Option<bool>("--partial") { Description = "Import the rows without a mistake, and list the others" };
        var dates = new Option<string?>("--dates") { Description = "How days are written, such as dd/MM/yyyy (default: YYYY-MM-DD)", HelpName = "FORMAT" };
        var map = new Option<string?>("--map") { Description = "Take another layout as this mapping (YAML) says", HelpName = "FILE" };
        var suggest = new Option<bool>("--suggest-map") { Description = "Propose a mapping for this layout; write nothing" };
        var report = new Option<string?>("--report") { Description = "Write what is wrong to this CSV file as well, or to a workbook (.xlsx): a copy of what was handed in with its wrong cells marked", HelpName = "FILE" };
        var command = new Command("import", """
            Takes partnerships, contacts, cases, events and items into the register. Importing the same file twice changes nothing.

            Examples:
              dhr import register/
              dhr import register.xlsx --dry-run
              dhr import register.xlsx --report mistakes.xlsx     mend the marked cells there, and import that
              dhr import tracker.xlsx --suggest-map > mapping.yaml
              dhr import tracker.xlsx --map mapping.yaml --dry-run
              dhr import register.zip --dates dd/MM/yyyy --partial --report mistakes.csv
            """)
        {
            files, dryRun, partial, dates, map, suggest, report,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var format = Days(parsed.GetValue(dates));
            var isDry = parsed.GetValue(dryRun);
            var isPartial = parsed.GetValue(partial);

            // A register is made only once there is something to put into it.
            var ledger = File.Exists(settings.Ledger.Path) ? LedgerDatabase.Open(settings.Ledger.Path, isDry ? OpenMode.ReadOnly : OpenMode.Create, invocation.Clock) : null;
            try
            {
                var handIn = new HandIn(settings, RulesInUse.For(settings, ledger, invocation), invocation.Today, invocation.Host);
                var words = handIn.Words;
                var code = ExitCode.Done;
                if (parsed.GetValue(suggest))
                {
                    return Layouts.Suggest(parsed.GetValue(files)!, words, invocation);
                }

                Mapping? mapping = null;
                if (parsed.GetValue(map) is { } named && !Layouts.TryRead(named, words, invocation, out mapping))
                {
                    return ExitCode.BadInput;
                }

                format ??= mapping?.Days;
                foreach (var file in parsed.GetValue(files)!)
                {
                    var full = Path.GetFullPath(file, invocation.Surroundings.WorkingFolder);
                    var incoming = mapping is null ? ImportFolder.Read(full, words) : MappedSheets.Of(RawFile.Read(full), mapping);
                    if (ledger is null || isDry)
                    {
                        var rehearsed = handIn.Rehearse(incoming, ledger, format);
                        if (isDry || (!rehearsed.Mistakes.IsEmpty && !isPartial))
                        {
                            Tell(rehearsed);
                            code = Math.Max(code, isDry ? Rehearse(invocation, rehearsed, isPartial) : Recorded.Refuse(invocation, rehearsed.Mistakes));
                            continue;
                        }

                        ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Create, invocation.Clock);
                    }

                    // Only now is it judged: what others write in between is seen.
                    using var writer = ledger.Write(shared.Act(parsed, invocation, "import"), invocation.Stop);
                    var outcome = Progress.While(invocation, "Importing", () => handIn.Take(incoming, ledger, writer, isPartial, format));
                    var isTaken = outcome.Mistakes.IsEmpty || isPartial;
                    if (outcome.IsToCommit)
                    {
                        writer.Commit();
                    }

                    Tell(outcome);
                    code = Math.Max(code, isTaken ? Taken(invocation, outcome) : Recorded.Refuse(invocation, outcome.Mistakes));

                    void Tell(HandInOutcome told)
                    {
                        ImportCommand.Tell(invocation, told);
                        if (parsed.GetValue(report) is { } path)
                        {
                            // A copy in our layout would not be theirs: of a mapped file there is the table alone.
                            Report(path, invocation, mapping is null ? incoming : new IncomingRegister(), told.Mistakes, words);
                        }
                    }
                }

                return code;
            }
            finally
            {
                ledger?.Dispose();
            }
        });
        return command;
    }

    private static int Taken(Invocation invocation, HandInOutcome outcome)
    {
        foreach (var line in outcome.Done)
        {
            invocation.Say(line);
        }

        invocation.Say($"Imported: {outcome.Summary()}.");
        foreach (var refused in outcome.Mistakes)
        {
            invocation.Complain($"dhr: {refused}");
        }

        return outcome.Mistakes.IsEmpty ? ExitCode.Done : ExitCode.Partly;
    }

    private static void Report(string path, Invocation invocation, IncomingRegister incoming, IReadOnlyCollection<Mistake> mistakes, KnownWords words) =>
        Documents.Write(path, invocation, stream =>
        {
            if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                WorkbookWriter.Write(MarkedCopy.Of(incoming, mistakes, words), stream);
            }
            else
            {
                MistakeReport.WriteCsv(mistakes, stream);
            }
        });

    private static int Rehearse(Invocation invocation, HandInOutcome plan, bool partial)
    {
        foreach (var change in plan.Made)
        {
            foreach (var line in change.Lines())
            {
                invocation.Show(line);
            }
        }

        foreach (var line in plan.Done)
        {
            invocation.Show(line);
        }

        invocation.Say($"{Recorded.Counted(plan.Made.Length + plan.Done.Length, "difference")}, {plan.Unchanged} unchanged; nothing was written.");
        if (plan.Mistakes.IsEmpty)
        {
            return ExitCode.Done;
        }

        var code = Recorded.Refuse(invocation, plan.Mistakes);
        return partial ? ExitCode.Partly : code;
    }

    private static void Tell(Invocation invocation, HandInOutcome plan)
    {
        foreach (var ignored in plan.Ignored)
        {
            invocation.Say($"Not read: {ignored}");
        }

        foreach (var remark in plan.Remarks)
        {
            invocation.Say(remark);
        }
    }

    private static DayFormat? Days(string? pattern) =>
        pattern is null ? null
        : DayFormat.TryDeclare(pattern, out var format, out var expected) ? format
        : throw new UsageException($"--dates is '{pattern}': expected {expected}.");
}
