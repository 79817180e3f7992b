using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>
/// Connections to a register's file. Writing waits for the disk at every commit (synchronous FULL): a mail may only go out once
/// it is certain that the register will remember it, and with NORMAL a power cut may take the last commits back.
/// </summary>
internal static class RegisterFile
{
    public const long ApplicationId = 1145590321;

    private const int DriverSeconds = 1;

    private const string Main = "main";

    private const string NotOurs = "this is a SQLite database, but not a register of this service";

    private const string Application = "PRAGMA application_id;";

    private const string Tables = "SELECT count(*) FROM sqlite_master;";

    private const string WriteSettings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -24000;";

    private const string WriteAhead = "PRAGMA journal_mode = WAL;";

    private const string ReadSettings = "PRAGMA query_only = ON; PRAGMA cache_size = -16000;";

    public static SqliteConnection OpenToWrite(string path, bool create, TimeSpan patience) =>
        Open(path, path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, patience, connection =>
        {
            // Before anything is written to it. A file without tables is one whose making was interrupted.
            if (!IsOurs(connection) && !(create && connection.ExecuteScalar<long>(Tables) == 0))
            {
                throw SqliteFaults.NotOurs(path, NotOurs);
            }

            // SQLite opens a file that it may not write to read, without a word.
            if (raw.sqlite3_db_readonly(connection.Handle!, Main) != 0)
            {
                throw SqliteFaults.ReadOnly(path);
            }

            connection.ExecuteScalar<string>(WriteAhead);
            connection.Execute(WriteSettings);
        });

    public static SqliteConnection OpenToRead(string path, TimeSpan patience)
    {
        try
        {
            return OpenToRead(path, path, patience);
        }
        catch (LedgerException fault) when (fault.Fault is LedgerFault.ReadOnly or LedgerFault.Disk && IsSettled(path))
        {
            // Where the two files beside it cannot be made, it can still be read: nobody is writing, and all of it is in the file.
            return OpenToRead($"{new Uri(path).AbsoluteUri}?immutable=1", path, patience);
        }
    }

    private static SqliteConnection OpenToRead(string source, string path, TimeSpan patience) =>
        Open(source, path, SqliteOpenMode.ReadOnly, patience, connection =>
        {
            if (!IsOurs(connection))
            {
                throw SqliteFaults.NotOurs(path, NotOurs);
            }

            connection.Execute(ReadSettings);
        });

    private static bool IsSettled(string path) => new FileInfo(path + "-wal") is { Exists: false } or { Length: 0 };

    private static bool IsOurs(SqliteConnection connection) => connection.ExecuteScalar<long>(Application) == ApplicationId;

    private static SqliteConnection Open(
        string source, string path, SqliteOpenMode mode, TimeSpan patience, Action<SqliteConnection> prepare)
    {
        NativeSqlite.Use();
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = DriverSeconds };
        var connection = new SqliteConnection(settings.ToString());
        return Prepared(connection, path, () =>
        {
            // SQLite itself waits for others; the driver's own waiting comes on top and is kept short.
            _ = raw.sqlite3_busy_timeout(connection.Handle!, (int)patience.TotalMilliseconds);
            prepare(connection);
        });
    }

    private static SqliteConnection Prepared(SqliteConnection connection, string path, Action prepare)
    {
        try
        {
            connection.Open();
            prepare();
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw SqliteFaults.Of(error, path) ?? SqliteFaults.Unreadable(path, error.Message, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
