using System.CommandLine;
using System.CommandLine.Parsing;
using DhrCompliance.Service.Commands.Audits;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>The whole program as a function, so that a test can call it as a person would.</summary>
internal static class Entry
{
    // A text that begins with @ is a text: no file is read in its place.
    internal static readonly ParserConfiguration Literally = new() { ResponseFileTokenReplacer = null };

    public static int Run(IReadOnlyList<string> arguments, Invocation invocation)
    {
        if (arguments is ["--version"])
        {
            invocation.Say(Invocation.Version);
            return ExitCode.Done;
        }

        var shared = new Shared();
        var root = Root(invocation, shared);
        ItemKinds.AddTo(root, arguments, shared, invocation);
        var parsed = root.Parse(arguments, Literally);
        if (parsed.Errors.Count > 0)
        {
            return Misused(invocation, arguments, parsed);
        }

        if (!invocation.IsQuiet && parsed.GetValue(shared.Quiet))
        {
            return Run(arguments, invocation with { IsQuiet = true });
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = invocation.Output, Error = invocation.Errors, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException error)
        {
            return Tell(invocation, error.Message, ExitCode.Usage);
        }
        catch (SettingsException error)
        {
            return Tell(invocation, error.Message, ExitCode.BadInput);
        }
        catch (RulesException error)
        {
            return Tell(invocation, error.Message, ExitCode.BadInput);
        }
        catch (LedgerException error)
        {
            return Tell(invocation, error.Message, ExitCode.Ledger);
        }
        catch (OperationCanceledException) when (invocation.Stop.IsCancellationRequested)
        {
            return Tell(invocation, Interruption.Message, ExitCode.Interrupted);
        }
        catch (Exception error) when (error is PostException or IOException or UnauthorizedAccessException)
        {
            return Tell(invocation, $"{error.Message} What was finished before stands; mend it and run the same again.", ExitCode.Partly);
        }
        catch (Exception error)
        {
            // Its message and its trace may hold what a case says, so neither is told.
            invocation.Complain(Crash.Line(error));
            return ExitCode.Fault;
        }
    }

    private static int Misused(Invocation invocation, IReadOnlyList<string> arguments, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens is [{ } first, ..] ? first : null;
        if (command.Subcommands.Count > 0 && unknown is not null && !unknown.StartsWith('-'))
        {
            var names = command.Subcommands.Select(below => below.Name).ToList();
            invocation.Complain($"dhr: There is no command '{unknown}'{(Nearest.Of(unknown, names) is { } near ? $"; did you mean '{near}'?" : $"; there are: {string.Join(", ", names)}.")}");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                invocation.Complain(error.SymbolResult is ArgumentResult { Parent: CommandResult, Tokens.Count: 0 } missing
                    ? $"dhr: {missing.Argument.Name} is missing."
                    : $"dhr: {error.Message}{Hint(error.Message, unknown, command)}");
            }
        }

        var path = command is RootCommand ? "" : $" {string.Join(' ', arguments.TakeWhile(argument => !argument.StartsWith('-')).Take(command.Parents.OfType<RootCommand>().Any() ? 1 : 2))}";
        invocation.Complain(path.Length == 0
            ? "dhr: 'dhr --help' lists the commands; 'dhr COMMAND --help' shows examples."
            : $"dhr: 'dhr{path} --help' shows its options and examples.");
        return ExitCode.Usage;
    }

    private static string Hint(string message, string? unknown, Command command) =>
        unknown is not null && unknown.StartsWith('-') && message.Contains(unknown, StringComparison.Ordinal)
        && Nearest.Of(unknown, command.Options.Concat(command.Parents.OfType<Command>().SelectMany(above => above.Options)).Select(option => option.Name)) is { } near
            ? $" Did you mean '{near}'?" : "";

    private static int Tell(Invocation invocation, string message, int code)
    {
        invocation.Complain($"dhr: {message}");
        return code;
    }

    internal static RootCommand Root(Invocation invocation, Shared shared)
    {
        var root = new RootCommand("""
            Assesses domestic homicide reviews under rule files, and tells who must act, once and in time.

            Examples:
              dhr demo                       a fictional borough to look at, in the folder demo
              dhr import register/           your own register, from CSV files
              dhr audit                      how every review stands today
              dhr explain BEX-2026-01        why, and what comes next
              dhr questions                  what is missing, the most useful first
              dhr workplan BEX-2026-01       its whole plan: who does what by when, and what waits for what
              dhr run                        look at what changed, and write the mails
              dhr serve                      the same by itself, day after day

            Exit codes: 0 done; 1 done, and there is something to see; 2 wrong usage; 3 a rule file, setting or input file is wrong;
            4 the register cannot be opened; 5 partly done; 70 a fault of the program; 130 interrupted.
            """)
        {
            DemoCommand.Create(invocation, shared),
            RunCommand.Create(invocation, shared),
            PreviewCommand.Create(invocation, shared),
            ServeCommand.Create(invocation, shared),
            AuditCommand.Create(invocation, shared),
            ExplainCommand.Create(invocation, shared),
            WorkplanCommand.Create(invocation, shared),
            QuestionsCommand.Create(invocation, shared),
            ReportCommand.Create(invocation, shared),
            CalendarCommand.Create(invocation, shared),
            ImportCommand.Create(invocation, shared),
            ExportCommand.Create(invocation, shared),
            EventCommand.Create(invocation, shared),
            CaseCommand.Create(invocation, shared),
            ItemCommand.Create(invocation, shared),
            OutboxCommand.Create(invocation, shared),
            MailCommand.Create(invocation, shared),
            ContactsCommand.Create(invocation, shared),
            AckCommand.Create(invocation, shared),
            RulesCommand.Create(invocation, shared),
            LedgerCommand.Create(invocation, shared),
            DoctorCommand.Create(invocation, shared),
            HealthCommand.Create(invocation, shared),
            CompletionCommand.Create(invocation),
        };
        root.Options.Add(shared.Config);
        root.Options.Add(shared.Ledger);
        root.Options.Add(shared.Rules);
        root.Options.Add(shared.By);
        root.Options.Add(shared.Quiet);
        Help.Improve(root);
        return root;
    }
}
