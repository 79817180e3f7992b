using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>A connection on which everything read is of one moment, whatever others write meanwhile.</summary>
internal sealed class Snapshot : IDisposable
{
    private const string Begin = "BEGIN;";

    private readonly bool isOwn;

    private Snapshot(SqliteConnection connection, bool isOwn)
    {
        Connection = connection;
        this.isOwn = isOwn;
    }

    public SqliteConnection Connection { get; }

    public static Snapshot Of(string path, TimeSpan patience)
    {
        var connection = RegisterFile.OpenToRead(path, patience);
        connection.Execute(Begin);
        return new Snapshot(connection, isOwn: true);
    }

    /// <summary>Of a transaction that writes, so that it sees what it has written.</summary>
    public static Snapshot Within(SqliteConnection writing) => new(writing, isOwn: false);

    public void Dispose()
    {
        if (isOwn)
        {
            Connection.Dispose();
        }
    }
}
