using Dapper;
using DhrCompliance.Service.Ledger.Migrations;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>Compares the tables, indexes and triggers that are there with those that the scripts make, so that a trigger taken away is noticed.</summary>
internal static class SchemaComparison
{
    private const string Objects = """
        SELECT type || ' ' || name AS Name, coalesce(sql, '') AS Sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name;
        """;

    public static IEnumerable<string> Differences(SqliteConnection connection, IReadOnlyList<MigrationScript> scripts)
    {
        var expected = Expected(scripts);
        var found = Read(connection);
        return
        [
            .. expected.Where(each => !found.ContainsKey(each.Key)).Select(each => $"the {each.Key} is missing from the register"),
            .. expected.Where(each => found.TryGetValue(each.Key, out var sql) && sql != each.Value)
                .Select(each => $"the {each.Key} of the register was changed"),
            .. found.Keys.Where(name => !expected.ContainsKey(name) && name.StartsWith("trigger ", StringComparison.Ordinal))
                .Select(name => $"the {name} was added to the register"),
        ];
    }

    private static Dictionary<string, string> Expected(IReadOnlyList<MigrationScript> scripts)
    {
        using var fresh = new SqliteConnection("Data Source=:memory:");
        fresh.Open();
        Journal.Start(fresh);
        foreach (var script in scripts)
        {
            fresh.Execute(script.Text);
        }

        return Read(fresh);
    }

    private static Dictionary<string, string> Read(SqliteConnection connection) =>
        connection.Query<Row>(Objects).ToDictionary(row => row.Name, row => row.Sql, StringComparer.Ordinal);

    private sealed class Row
    {
        public required string Name { get; init; }

        public required string Sql { get; init; }
    }
}
