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

    /// <summary>Somebody took away or replaced a file of a register that is in use.</summary>
    public static LedgerException Replaced(string path, string file, Exception? inner = null) => new(
        LedgerFault.Replaced,
        path,
        $"{path}: {file} was deleted, moved or replaced while the register was in use; nothing of this act was written. End every dhr that uses it; put the file back, or delete what is left of {path}-wal and {path}-shm and then restore the latest backup; see with 'dhr ledger verify' that it is whole, and do the same again.",
        inner);

    /// <summary>The disk cannot take what is to be written.</summary>
    public static LedgerException Full(string path, string what, Exception? inner = null) => new(
        LedgerFault.Disk,
        path,
        $"{path}: the disk is full: {what}. Free space there and do the same again.",
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
            $"{path}: another program is writing to the register and did not finish in time. Wait for it, or end it, and try again; nothing of this act was written.",
            error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => ReadOnly(path, error),
        raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH when !File.Exists(path) => Replaced(path, "its file", error),
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when error.SqliteErrorCode == raw.SQLITE_FULL || Space.IsFull(path) =>
            Full(path, "nothing of this act was written, and what was finished before stands", error),
        raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH => Unreadable(path, "this user may not open or make one of its three files, or the disk is mounted to be read only", error),
        raw.SQLITE_CORRUPT => new(
            LedgerFault.Damaged,
            path,
            $"{path}: the register is damaged ({error.Message}). Keep a copy of the file as it is, delete what is left of {path}-wal and {path}-shm, restore the latest backup, and import what came after it.",
            error),
        raw.SQLITE_IOERR => new(
            LedgerFault.Disk,
            path,
            $"{path}: the disk answered with an error ({error.Message}); nothing of this act was written, and what was finished before stands. See what the machine's log says of the disk, then see with 'dhr ledger verify' that the register is whole, and do the same again.",
            error),
        _ => null,
    };
}
