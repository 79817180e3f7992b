using DhrCompliance.Service.Ledger.Migrations;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>From a path to a connection to a register of this program's version, or to a fault that says what to do.</summary>
internal static class Opening
{
    public static (SqliteConnection Connection, string? Backup) Open(string path, OpenMode mode, TimeProvider clock, OpenOptions options)
    {
        if (Directory.Exists(path))
        {
            throw SqliteFaults.NotOurs(path, "this is a folder");
        }

        if (!File.Exists(path) && mode != OpenMode.Create)
        {
            throw SqliteFaults.Missing(path);
        }

        try
        {
            return mode == OpenMode.ReadOnly ? (ToRead(path, options), null) : ToWrite(path, mode, clock, options);
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.Of(error, path) ?? SqliteFaults.Unreadable(path, error.Message, error);
        }
    }

    private static SqliteConnection ToRead(string path, OpenOptions options)
    {
        var connection = RegisterFile.OpenToRead(path, options.Patience);
        return Or(connection, () =>
        {
            if (Journal.Pending(connection, path, options.Scripts) is [var first, ..])
            {
                throw new LedgerException(
                    LedgerFault.OlderVersion,
                    path,
                    $"{path}: an earlier version of dhr has written this register (it lacks {first.Name}). Bring it up to date with 'dhr ledger migrate', which keeps a copy; nothing was changed.");
            }
        });
    }

    private static (SqliteConnection Connection, string? Backup) ToWrite(string path, OpenMode mode, TimeProvider clock, OpenOptions options)
    {
        MakeFolder(path, mode);
        if (mode == OpenMode.Create)
        {
            PrivateFile.Make(path);
        }

        var connection = RegisterFile.OpenToWrite(path, mode == OpenMode.Create, options.Patience);
        string? backup = null;
        Or(connection, () => backup = Migrator.Migrate(connection, path, options.Scripts, clock));
        return (connection, backup);
    }

    private static void MakeFolder(string path, OpenMode mode)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            if (mode == OpenMode.Create)
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteFaults.Unreadable(path, $"its folder cannot be made ({error.Message})", error);
        }
    }

    private static SqliteConnection Or(SqliteConnection connection, Action check)
    {
        try
        {
            check();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
