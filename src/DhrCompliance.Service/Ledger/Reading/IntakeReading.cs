using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>What the intake folder took.</summary>
internal static class IntakeReading
{
    private const string Columns = """
        SELECT unit AS Unit, hash AS Hash, partnership AS Partnership, made AS Made, refused AS Refused, detail AS Detail, at AS At FROM intakes
        """;

    private const string OfUnit = Columns + " WHERE unit = @unit;";

    private const string RefusedSince = Columns + " WHERE refused > 0 AND at >= @since ORDER BY row;";

    public static IntakeRow? Of(SqliteConnection connection, string unit) => connection.QuerySingleOrDefault<Line>(OfUnit, new { unit })?.ToDomain();

    public static IReadOnlyList<IntakeRow> Refused(SqliteConnection connection, DateTimeOffset since) =>
        [.. connection.Query<Line>(RefusedSince, new { since = Instants.Write(since) }).Select(line => line.ToDomain())];

    private sealed class Line
    {
        public required string Unit { get; init; }

        public required string Hash { get; init; }

        public required string Partnership { get; init; }

        public long Made { get; init; }

        public long Refused { get; init; }

        public required string Detail { get; init; }

        public required string At { get; init; }

        public IntakeRow ToDomain() => new()
        {
            Unit = Unit,
            Hash = Hash,
            Partnership = Partnership,
            Made = (int)Made,
            Refused = (int)Refused,
            Detail = Detail,
            At = Instants.Read(At),
        };
    }
}
