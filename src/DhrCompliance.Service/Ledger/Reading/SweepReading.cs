using System.Collections.Immutable;
using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>What the next sweep has to look at.</summary>
internal static class SweepReading
{
    private const string Last = "SELECT s.day AS Day, s.rulebook AS Rulebook, a.at AS At FROM sweeps s JOIN acts a ON a.id = s.act ORDER BY s.row DESC LIMIT 1;";

    private const string Marks = "SELECT subject, mark FROM to_sweep";

    private const string Touched = """
        SELECT s.reference FROM to_sweep m JOIN subjects s ON s.reference = m.subject
        UNION
        SELECT s.reference FROM to_sweep m JOIN subjects s ON s.partnership = m.subject
        UNION
        SELECT p.reference FROM case_partnerships p JOIN to_sweep m ON m.subject = p.partnership
        UNION
        SELECT s.reference FROM subjects s WHERE EXISTS (SELECT 1 FROM to_sweep WHERE subject = '')
        ORDER BY 1;
        """;

    private const string NextChanges = """
        SELECT reference, next_change_on FROM standing WHERE next_change_on IS NOT NULL ORDER BY next_change_on, reference
        """;

    public static (SweepState State, IReadOnlyDictionary<string, long> Marks) Read(SqliteConnection connection)
    {
        var last = connection.QuerySingleOrDefault<Row>(Last);
        var state = new SweepState
        {
            LastDay = Instants.ReadDayOrNull(last?.Day),
            LastAt = last is null ? null : Instants.Read(last.At),
            LastRulebookHash = last?.Rulebook,
            Touched = [.. connection.Query<string>(Touched).Order(StringComparer.Ordinal)],
            NextChanges = ReadNextChanges(connection),
        };
        return (state, ReadMarks(connection));
    }

    private static Dictionary<string, long> ReadMarks(SqliteConnection connection)
    {
        var marks = new Dictionary<string, long>(StringComparer.Ordinal);
        using var rows = new Statement(connection, Marks);
        while (rows.Step())
        {
            marks.Add(rows.Text(0), rows.Number(1));
        }

        return marks;
    }

    private static ImmutableArray<NextChange> ReadNextChanges(SqliteConnection connection)
    {
        var changes = ImmutableArray.CreateBuilder<NextChange>();
        using var rows = new Statement(connection, NextChanges);
        while (rows.Step())
        {
            changes.Add(new NextChange(rows.Text(0), Instants.ReadDay(rows.Text(1))));
        }

        return changes.DrainToImmutable();
    }

    private sealed class Row
    {
        public required string Day { get; init; }

        public required string Rulebook { get; init; }

        public required string At { get; init; }
    }
}
