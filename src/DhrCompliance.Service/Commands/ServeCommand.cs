using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Serving;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr serve</c>: the service that is left alone, until it is asked to end.</summary>
internal static class ServeCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var command = new Command("serve", """
            Runs until it is stopped: sweeps when the settings say so, catches up after any gap, sends the mails and tells how it is.
            It sweeps at its start, makes the register where there is none, and answers at the address of Serve:Health.

            Examples:
              dhr serve
              dhr serve --ledger /var/lib/dhr/register.db
            """);
        command.SetAction(parsed =>
        {
            // From the first moment: a supervisor that ends it while it starts is told that all went well, too.
            using var heeded = Interruption.Heeded();
            var settings = shared.Settings(parsed, invocation);
            var service = new UnattendedService(invocation, settings, shared.Act(parsed, invocation, "serve"));

            // Where nothing is in force yet, rules that cannot be used are told to whoever starts it; later they are told to the operator.
            if (!File.Exists(settings.Ledger.Path))
            {
                RulesFolder.Read(settings.Rules.Path);
            }

            using var claim = Claim(settings, invocation);
            var code = service.Run().GetAwaiter().GetResult();
            return Interruption.IsByPerson ? ExitCode.Interrupted : code;
        });
        return command;
    }

    /// <summary>The register is there from now on; each job opens it anew, so that nothing holds a file that was put back or replaced.</summary>
    private static IDisposable Claim(ServiceSettings settings, Invocation invocation)
    {
        using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Create, invocation.Clock);
        var claim = ledger.TryClaim(LedgerClaim.Serve) ?? throw Claimed(ledger);
        try
        {
            if (ledger.Rulebooks() is { InForce: { } inForce } standing)
            {
                RulesInUse.Beside(settings, standing, inForce, invocation);
            }
            else
            {
                RulesFolder.Read(settings.Rules.Path);
            }

            return claim;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    private static LedgerException Claimed(LedgerDatabase ledger) => new(
        LedgerFault.Locked,
        ledger.Path,
        $"{ledger.Path}: another service looks after this register ({ledger.ClaimedBy(LedgerClaim.Serve) ?? "which process it is, is not known"}). One is enough: end that one, or give another register with --ledger.");
}
