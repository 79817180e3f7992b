using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>
/// Connections to a register's file. Writing waits for the disk at every commit (synchronous FULL): a mail may only go out once
/// it is certain that the register will remember it, and with NORMAL a power cut may take the last commits back.
/// </summary>
internal static class RegisterFile
{
    public const long ApplicationId = 1145590321;

    private const string WriteSettings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;";

    private const string WriteAhead = "PRAGMA journal_mode = WAL;";

    private const string ReadSettings = "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000;";

    public static SqliteConnection OpenToWrite(string path, bool create, TimeSpan patience)
    {
        var connection = Open(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, patience);
        return Prepared(connection, path, () =>
        {
            // Asks for the header, so that what is no database is told apart before anything is written to it.
            if (!IsEmpty(path) && Header(connection) != ApplicationId)
            {
                throw SqliteFaults.NotOurs(path, "this is a SQLite database, but not a register of this service");
            }

            connection.ExecuteScalar<string>(WriteAhead);
            connection.Execute(WriteSettings);
        });
    }

    public static SqliteConnection OpenToRead(string path, TimeSpan patience)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly, patience);
        return Prepared(connection, path, () =>
        {
            if (Header(connection) != ApplicationId)
            {
                throw SqliteFaults.NotOurs(path, "this is a SQLite database, but not a register of this service");
            }

            connection.Execute(ReadSettings);
        });
    }

    public static bool IsEmpty(string path) => new FileInfo(path) is { Exists: false } or { Length: 0 };

    private static long Header(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA application_id;");

    private static SqliteConnection Open(string path, SqliteOpenMode mode, TimeSpan patience)
    {
        NativeSqlite.Use();
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        };
        return new SqliteConnection(settings.ToString());
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
