using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>How long to wait for another program that writes, and what ends the waiting early.</summary>
internal readonly record struct Waiting(TimeSpan Patience, CancellationToken Stop)
{
    private static readonly TimeSpan AtATime = TimeSpan.FromSeconds(1);

    /// <summary>Begins once no other program writes. Throws <see cref="OperationCanceledException"/> on a stop.</summary>
    public void For(SqliteConnection connection, Action begin)
    {
        Stop.ThrowIfCancellationRequested();
        if (!Stop.CanBeCanceled || Patience <= AtATime)
        {
            begin();
            return;
        }

        // SQLite cannot be called back from its waiting, so it waits for short times.
        _ = raw.sqlite3_busy_timeout(connection.Handle!, (int)AtATime.TotalMilliseconds);
        try
        {
            for (var waited = AtATime; !TryBegin(begin, isLast: waited >= Patience); waited += AtATime)
            {
                Stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(connection.Handle!, (int)Patience.TotalMilliseconds);
        }
    }

    private static bool TryBegin(Action begin, bool isLast)
    {
        try
        {
            begin();
            return true;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_BUSY && !isLast)
        {
            return false;
        }
    }
}
