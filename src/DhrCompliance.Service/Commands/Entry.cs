using System.CommandLine;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>The whole program as a function, so that a test can call it as a person would.</summary>
internal static class Entry
{
    public static int Run(IReadOnlyList<string> arguments, Invocation invocation)
    {
        if (arguments is ["--version"])
        {
            invocation.Say(Invocation.Version);
            return ExitCode.Done;
        }

        var parsed = Root(invocation).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                invocation.Complain($"dhr: {error.Message}");
            }

            invocation.Complain("dhr: 'dhr --help' lists the commands; 'dhr COMMAND --help' shows examples.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = invocation.Output, Error = invocation.Errors, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException error)
        {
            return Tell(invocation, error, ExitCode.Usage);
        }
        catch (SettingsException error)
        {
            return Tell(invocation, error, ExitCode.BadInput);
        }
        catch (RulesException error)
        {
            return Tell(invocation, error, ExitCode.BadInput);
        }
        catch (LedgerException error)
        {
            return Tell(invocation, error, ExitCode.Ledger);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Tell(invocation, error, ExitCode.Partly);
        }
    }

    private static int Tell(Invocation invocation, Exception error, int code)
    {
        invocation.Complain($"dhr: {error.Message}");
        return code;
    }

    private static RootCommand Root(Invocation invocation)
    {
        var shared = new Shared();
        var root = new RootCommand("Assesses domestic homicide reviews under rule files, and tells who must act, once and in time.")
        {
            DemoCommand.Create(invocation, shared),
            RunCommand.Create(invocation, shared),
            AuditCommand.Create(invocation, shared),
            ExplainCommand.Create(invocation, shared),
            ImportCommand.Create(invocation, shared),
            ExportCommand.Create(invocation, shared),
            EventCommand.Create(invocation, shared),
            CaseCommand.Create(invocation, shared),
            ItemCommand.Create(invocation, shared),
            OutboxCommand.Create(invocation, shared),
            RulesCommand.Create(invocation, shared),
            LedgerCommand.Create(invocation, shared),
            DoctorCommand.Create(invocation, shared),
        };
        root.Options.Add(shared.Config);
        root.Options.Add(shared.Ledger);
        root.Options.Add(shared.Rules);
        root.Options.Add(shared.By);
        root.Options.Add(shared.Quiet);
        return root;
    }
}
