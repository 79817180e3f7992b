using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>What SQLite says, as what a person can do about it.</summary>
internal static class SqliteFaults
{
    public static LedgerException Missing(string path) => new(
        LedgerFault.Missing,
        path,
        $"{path}: there is no register here. Give another with --ledger, or create one with 'dhr import', 'dhr case open', 'dhr demo' or 'dhr ledger migrate'.");

    public static LedgerException NotOurs(string path, string what) => new(
        LedgerFault.NotADatabase,
        path,
        $"{path}: {what}. Give the register's file with --ledger; nothing was changed in this one.");

    public static LedgerException ReadOnly(string path, Exception? inner = null) => new(
        LedgerFault.ReadOnly,
        path,
        $"{path}: the register cannot be written. Let this user write the file and its folder (SQLite keeps two files beside it), or give another with --ledger.",
        inner);

    public static LedgerException Unreadable(string path, string because, Exception? inner = null) => new(
        LedgerFault.ReadOnly,
        path,
        $"{path}: the register cannot be opened: {because}. Let this user read and write the file and its folder.",
        inner);

    /// <summary>An error of SQLite as a fault of this register; null where it is about one statement, not about the register.</summary>
    public static LedgerException? Of(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new(
            LedgerFault.NotADatabase,
            path,
            $"{path}: this is not a SQLite database. Give the register's file with --ledger; nothing was changed in this one.",
            error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(
            LedgerFault.Locked,
            path,
            $"{path}: another program is writing to the register and did not finish in time. Wait for it, or end it, and try again; nothing was written.",
            error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => ReadOnly(path, error),
        raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH => Unreadable(path, "this user may not open it", error),
        raw.SQLITE_CORRUPT => new(
            LedgerFault.Damaged,
            path,
            $"{path}: the register is damaged ({error.Message}). Keep a copy of the file as it is, restore the latest backup, and import what came after it.",
            error),
        raw.SQLITE_FULL => Unreadable(path, "the disk is full; nothing of this act was written", error),
        raw.SQLITE_IOERR => Unreadable(path, $"the disk answered with an error ({error.Message})", error),
        _ => null,
    };
}
