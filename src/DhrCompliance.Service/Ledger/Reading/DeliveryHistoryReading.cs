using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Every state that deliveries were in; ordered as they were planned.</summary>
internal static class DeliveryHistoryReading
{
    private const string States = """
        SELECT d.id AS Id, d.address AS Address, s.state AS State, s.answer AS Answer, s.at AS At, a.by_whom AS By
        FROM deliveries d
        JOIN delivery_states s ON s.delivery = d.id
        JOIN acts a ON a.id = s.act
        """;

    private const string Ordered = " ORDER BY d.row, s.row;";

    private const string ByState = States + """
         WHERE (SELECT state FROM delivery_states WHERE delivery = d.id ORDER BY row DESC LIMIT 1) IN (SELECT value FROM json_each(@wanted))
        """ + Ordered;

    private const string BySince = States + """
         WHERE d.id IN (SELECT delivery FROM delivery_states WHERE at >= @since)
          AND (SELECT state FROM delivery_states WHERE delivery = d.id ORDER BY row DESC LIMIT 1) = @state
        """ + Ordered;

    private const string ById = States + " JOIN json_each(@wanted) w ON w.value = d.id" + Ordered;

    public static IReadOnlyList<DeliveryHistory> In(SqliteConnection connection, IReadOnlyCollection<string> states) => Read(connection, ByState, states);

    public static IReadOnlyList<DeliveryHistory> Of(SqliteConnection connection, IReadOnlyCollection<string> ids) => Read(connection, ById, ids);

    public static IReadOnlyList<DeliveryHistory> Since(SqliteConnection connection, string state, DateTimeOffset since) =>
        Grouped(connection.Query<Row>(BySince, new { state, since = Instants.Write(since) }));

    private static List<DeliveryHistory> Read(SqliteConnection connection, string sql, IReadOnlyCollection<string> wanted) =>
        Grouped(connection.Query<Row>(sql, new { wanted = JsonSerializer.Serialize(wanted) }));

    private static List<DeliveryHistory> Grouped(IEnumerable<Row> rows) =>
    [
        .. rows
            .GroupBy(row => (row.Id, row.Address))
            .Select(one => new DeliveryHistory(
                one.Key.Id, one.Key.Address, [.. one.Select(row => new DeliveryStateRow(row.State, row.Answer, Instants.Read(row.At), row.By))])),
    ];

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Address { get; init; }

        public required string State { get; init; }

        public string? Answer { get; init; }

        public required string At { get; init; }

        public required string By { get; init; }
    }
}
