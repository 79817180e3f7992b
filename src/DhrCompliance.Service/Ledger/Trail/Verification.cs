using Dapper;
using DhrCompliance.Service.Ledger.Migrations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>Looks at everything that can tell whether the register is as it was written.</summary>
internal static class Verification
{
    private const string HeadRows = "SELECT partnership AS Partnership, sequence AS Sequence, hash AS Hash FROM trail_heads ORDER BY partnership;";

    private const string Integrity = "PRAGMA integrity_check(20);";

    private const string QuickLook = "PRAGMA quick_check(1);";

    private const string ForeignKeys = "SELECT count(*) FROM pragma_foreign_key_check;";

    private const string Waiting = "SELECT count(*) FROM to_chain;";

    public static IReadOnlyList<ChainHead> Heads(SqliteConnection connection) =>
        [.. connection.Query<HeadRow>(HeadRows).Select(row => new ChainHead(row.Partnership, row.Sequence, Convert.ToHexStringLower(row.Hash)))];

    public static VerifyReport Verify(SqliteConnection connection, IReadOnlyList<MigrationScript> scripts, IReadOnlyList<ChainHead> recorded)
    {
        var problems = new List<string>();
        problems.AddRange(connection.Query<string>(Integrity).Where(line => line != "ok").Select(line => $"the file is damaged: {line}"));
        if (connection.ExecuteScalar<long>(ForeignKeys) is > 0 and var loose)
        {
            problems.Add(FormattableString.Invariant($"{loose} rows refer to rows that are not there"));
        }

        problems.AddRange(SchemaComparison.Differences(connection, scripts));
        var heads = Heads(connection);
        var chains = new ChainWalk(problems);
        chains.Walk(connection, heads, recorded);
        var removed = RowComparison.Compare(connection, chains.Written, problems);
        return new VerifyReport
        {
            Problems = [.. problems],
            Heads = [.. heads],
            Entries = chains.Entries,
            Waiting = connection.ExecuteScalar<long>(Waiting),
            Removed = removed,
        };
    }

    /// <summary>Whether the pages of the file hang together; of what stands in them nothing is looked at.</summary>
    public static bool IsSound(SqliteConnection connection)
    {
        try
        {
            return connection.Query<string>(QuickLook).All(line => line == "ok");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            return false;
        }
    }

    private sealed class HeadRow
    {
        public required string Partnership { get; init; }

        public required long Sequence { get; init; }

        public required byte[] Hash { get; init; }
    }
}
