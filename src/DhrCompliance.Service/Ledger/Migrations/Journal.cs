using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Migrations;

/// <summary>Which scripts were applied to a register, and how that compares with those this program carries.</summary>
internal static class Journal
{
    private const string Create = """
        CREATE TABLE IF NOT EXISTS migrations (
            name       TEXT NOT NULL PRIMARY KEY,
            sha256     TEXT NOT NULL,
            applied_at TEXT NOT NULL
        ) WITHOUT ROWID;
        """;

    private const string Exists = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations';";

    private const string Read = "SELECT name AS Name, sha256 AS Sha256 FROM migrations ORDER BY name;";

    private const string Add = "INSERT INTO migrations (name, sha256, applied_at) VALUES (@name, @hash, @at);";

    public static void Start(SqliteConnection connection) => connection.Execute(Create);

    public static void Record(SqliteConnection connection, MigrationScript script, string at) =>
        connection.Execute(Add, new { name = script.Name, hash = script.Hash, at });

    /// <summary>The scripts still to be applied. Throws where the register is newer than the program, or a script was changed.</summary>
    public static IReadOnlyList<MigrationScript> Pending(
        SqliteConnection connection, string path, IReadOnlyList<MigrationScript> scripts)
    {
        var applied = connection.ExecuteScalar<long>(Exists) == 0 ? [] : connection.Query<Row>(Read).ToList();
        var known = scripts.ToDictionary(script => script.Name, StringComparer.Ordinal);
        foreach (var row in applied)
        {
            if (!known.TryGetValue(row.Name, out var script))
            {
                throw new LedgerException(
                    LedgerFault.NewerVersion,
                    path,
                    $"{path}: a later version of dhr has written to this register (it applied {row.Name}). Use that version, or a backup from before; nothing was changed.");
            }

            if (script.Hash != row.Sha256)
            {
                throw new LedgerException(
                    LedgerFault.ScriptChanged,
                    path,
                    $"{path}: {row.Name} was applied to this register with another text than this program carries. Use the program that made the register, or an unaltered release; nothing was changed.");
            }
        }

        var done = applied.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        return [.. scripts.Where(script => !done.Contains(script.Name))];
    }

    private sealed class Row
    {
        public required string Name { get; init; }

        public required string Sha256 { get; init; }
    }
}
