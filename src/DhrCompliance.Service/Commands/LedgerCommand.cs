using System.CommandLine;
using System.Globalization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr ledger</c>: makes or migrates the register, and verifies it.</summary>
internal static class LedgerCommand
{
    public static Command Create(Invocation invocation, Shared shared) => new("ledger", "The register: make or migrate it, verify it.")
    {
        Migrate(invocation, shared),
        Verify(invocation, shared),
    };

    private static Command Migrate(Invocation invocation, Shared shared)
    {
        var command = new Command("migrate", """
            Makes the register where there is none; brings an older one up to date after a backup beside it.

            Examples:
              dhr ledger migrate
              dhr ledger migrate --ledger /data/register.db
            """);
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Create, invocation.Clock);
            invocation.Say($"{ledger.Path} is of version {ledger.SchemaVersion}{(ledger.Backup is null ? "" : $"; it was copied to {ledger.Backup} first")}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verify(Invocation invocation, Shared shared)
    {
        var command = new Command("verify", """
            Checks the register's integrity and the hash chains of its audit trail. Exit code 1 when something is not as it was written.

            Examples:
              dhr ledger verify
            """);
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var report = ledger.Verify();
            foreach (var problem in report.Problems)
            {
                invocation.Complain($"dhr: {problem}");
            }

            foreach (var head in ledger.Heads())
            {
                invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{(head.Partnership.Length == 0 ? "(no partnership)" : head.Partnership)}: {head.Sequence} entries, the last {head.Hash}"));
            }

            if (!report.IsSound)
            {
                invocation.Complain($"dhr: {ledger.Path} is not as it was written. Keep a copy of it as it is, and compare it with the latest backup.");
                return ExitCode.Found;
            }

            invocation.Say($"{ledger.Path}: nothing is other than it was written.");
            return ExitCode.Done;
        });
        return command;
    }
}
