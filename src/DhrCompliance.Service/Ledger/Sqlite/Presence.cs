using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>
/// Whether a register's files are still those that were opened. What is written to a deleted file is gone with the process, and a mail
/// sent on the strength of it would be sent again; so nothing is written to one.
/// </summary>
internal static class Presence
{
    private const int HasMoved = 20;

    private static readonly byte[] Main = "main\0"u8.ToArray();

    private static readonly Lazy<FileControl?> Control = new(() => NativeSqlite.Function<FileControl>("sqlite3_file_control"));

    /// <summary>Within a transaction that writes, while the two files beside the register are certain to be there.</summary>
    public static void Require(SqliteConnection connection, string path)
    {
        if (!File.Exists(path) || IsMoved(connection))
        {
            throw SqliteFaults.Replaced(path, "its file");
        }

        foreach (var beside in new[] { $"{path}-wal", $"{path}-shm" })
        {
            if (!File.Exists(beside))
            {
                throw SqliteFaults.Replaced(path, beside);
            }
        }
    }

    /// <summary>Another file stands under the name now. A library or system that cannot tell says no.</summary>
    private static bool IsMoved(SqliteConnection connection)
    {
        var moved = 0;
        return Control.Value is { } control && control(connection.Handle!.DangerousGetHandle(), Main, HasMoved, ref moved) == 0 && moved != 0;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int FileControl(nint database, byte[] name, int operation, ref int answer);
}
