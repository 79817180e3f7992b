using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Deliveries with their latest state.</summary>
internal static class DeliveryReading
{
    private const string Deliveries = """
        SELECT d.id AS Id, d.partnership AS Partnership, d.address AS Address, d.message_id AS MessageId, d.subject AS Subject,
               d.text AS Text, d.html AS Html, d.planned_on AS PlannedOn, d.notices AS Notices, d.kind AS Kind, d.calendar AS Calendar,
               s.state AS State, s.answer AS Answer, s.at AS At
        FROM deliveries d
        JOIN delivery_states s ON s.row = (SELECT max(row) FROM delivery_states WHERE delivery = d.id)
        """;

    private const string Filtered = Deliveries + """
         WHERE (@partnership IS NULL OR d.partnership = @partnership OR (d.partnership = '' AND EXISTS (
              SELECT 1 FROM delivery_notices c JOIN notices n ON n.key = c.notice WHERE c.delivery = d.id AND n.partnership = @partnership)))
          AND (@address IS NULL OR d.address = @address)
          AND (@states IS NULL OR s.state IN (SELECT value FROM json_each(@states)))
          AND (@about IS NULL OR EXISTS (
              SELECT 1 FROM delivery_notices c JOIN notices n ON n.key = c.notice WHERE c.delivery = d.id AND n.subject = @about))
          AND (@after IS NULL OR d.row > (SELECT row FROM deliveries WHERE id = @after))
        ORDER BY d.row
        LIMIT @atMost;
        """;

    private const string One = Deliveries + " WHERE d.id = @id;";

    private const string Several = Deliveries + " JOIN json_each(@ids) wanted ON wanted.value = d.id ORDER BY d.row;";

    public static IReadOnlyList<DeliveryRow> Read(SqliteConnection connection, DeliveryFilter filter) =>
    [
        .. connection.Query<Row>(Filtered, new
        {
            partnership = filter.Partnership,
            address = filter.Address,
            states = filter.States.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(filter.States.AsEnumerable()),
            about = filter.About,
            after = filter.After,
            atMost = filter.AtMost ?? -1L,
        }).Select(row => row.ToDomain()),
    ];

    public static IReadOnlyList<DeliveryRow> Read(SqliteConnection connection, IReadOnlyCollection<string> ids) =>
        [.. connection.Query<Row>(Several, new { ids = JsonSerializer.Serialize(ids) }).Select(row => row.ToDomain())];

    public static DeliveryRow? ReadOne(SqliteConnection connection, string id) =>
        connection.QuerySingleOrDefault<Row>(One, new { id })?.ToDomain();

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Partnership { get; init; }

        public required string Address { get; init; }

        public required string MessageId { get; init; }

        public required string Subject { get; init; }

        public required string Text { get; init; }

        public required string Html { get; init; }

        public required string PlannedOn { get; init; }

        public required string Notices { get; init; }

        public string? Kind { get; init; }

        public string? Calendar { get; init; }

        public required string State { get; init; }

        public string? Answer { get; init; }

        public required string At { get; init; }

        public DeliveryRow ToDomain() => new()
        {
            Id = Id,
            Partnership = Partnership,
            Address = Address,
            MessageId = MessageId,
            Subject = Subject,
            Text = Text,
            Html = Html,
            State = State,
            PlannedOn = Instants.ReadDay(PlannedOn),
            Notices = JsonSerializer.Deserialize<ImmutableArray<string>>(Notices),
            Kind = Kind,
            Calendar = Calendar,
            Answer = Answer,
            At = Instants.Read(At),
        };
    }
}
