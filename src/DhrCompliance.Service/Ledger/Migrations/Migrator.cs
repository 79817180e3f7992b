using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Migrations;

/// <summary>Brings a register up to the version of this program: all scripts that are missing in one transaction, after a backup.</summary>
internal static class Migrator
{
    private const string Begin = "BEGIN IMMEDIATE;";

    private const string Commit = "COMMIT;";

    private const string Rollback = "ROLLBACK;";

    private const string BackUp = "VACUUM INTO @file;";

    /// <summary>The register as it was is kept beside it. Returns the backup's path; null where nothing had to be done, or the register is new.</summary>
    public static string? Migrate(SqliteConnection connection, string path, IReadOnlyList<MigrationScript> scripts, TimeProvider clock)
    {
        var pending = Journal.Pending(connection, path, scripts);
        if (pending.Count == 0)
        {
            return null;
        }

        var isNew = pending.Count == scripts.Count;
        var backup = isNew ? null : BackUpBeside(connection, path, pending[0]);
        connection.Execute(Begin);
        try
        {
            // Another process may have migrated it in the meantime.
            Journal.Start(connection);
            foreach (var script in Journal.Pending(connection, path, scripts))
            {
                connection.Execute(script.Text);
                Journal.Record(connection, script, Instants.Write(clock.GetUtcNow()));
            }

            connection.Execute(Commit);
        }
        catch
        {
            // A full disk may have ended the transaction already.
            if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
            {
                connection.Execute(Rollback);
            }

            throw;
        }

        return backup;
    }

    private static string BackUpBeside(SqliteConnection connection, string path, MigrationScript first)
    {
        var stem = $"{path}.before-{Path.GetFileNameWithoutExtension(first.Name)}";
        var backup = stem;
        for (var number = 2; File.Exists(backup); number++)
        {
            backup = FormattableString.Invariant($"{stem}-{number}");
        }

        try
        {
            PrivateFile.Make(backup);
            connection.Execute(BackUp, new { file = backup });
        }
        catch (SqliteException error)
        {
            File.Delete(backup);
            if (error.SqliteErrorCode == raw.SQLITE_FULL)
            {
                throw SqliteFaults.Full(path, $"the register must be migrated, and the backup {backup} finds no room; nothing was changed", error);
            }

            throw SqliteFaults.Unreadable(path, $"it must be migrated, and the backup {backup} cannot be written ({error.Message})", error);
        }

        return backup;
    }
}
