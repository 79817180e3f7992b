using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>A prepared statement that is run many times, without the cost of a command and a reader each time. Parameters are ?1, ?2, ...</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[256];

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        Columns = raw.sqlite3_column_count(statement);
    }

    public int Columns { get; }

    public Statement Bind(int parameter, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Check(value is null ? raw.sqlite3_bind_null(statement, parameter) : raw.sqlite3_bind_text(statement, parameter, value));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (buffer.Length < most)
        {
            buffer = new byte[most];
        }

        var written = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(statement, parameter, buffer.AsSpan(0, written)));
        return this;
    }

    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, parameter, value));
        return this;
    }

    public Statement BindBlob(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(statement, parameter, value));
        return this;
    }

    /// <summary>True: there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            // The message belongs to the connection and is gone after a reset.
            try
            {
                SqliteException.ThrowExceptionForRC(code, database);
            }
            finally
            {
                Reset();
            }
        }

        return false;
    }

    /// <summary>Runs it for what it does; tells how many rows it wrote.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        var rows = raw.sqlite3_changes(database);
        Reset();
        return rows;
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public string? Scalar()
    {
        var value = Step() ? TextOrNull(0) : null;
        Reset();
        return value;
    }

    public void Reset() => _ = raw.sqlite3_reset(statement);

    /// <summary>The name of a column.</summary>
    public string Name(int column) => raw.sqlite3_column_name(statement, column).utf8_to_string();

    public int TypeOf(int column) => raw.sqlite3_column_type(statement, column);

    public bool IsNull(int column) => TypeOf(column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>The bytes of a text or blob; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
