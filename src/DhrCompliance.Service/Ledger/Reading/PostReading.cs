using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>What the mails of a day are put together from.</summary>
internal static class PostReading
{
    private const string Names = """
        SELECT id AS Id, name AS Name, jurisdiction AS Jurisdiction FROM partnerships p
        WHERE row = (SELECT max(row) FROM partnerships WHERE id = p.id) ORDER BY id;
        """;

    private const string Addresses = """
        SELECT d.address FROM deliveries d
        WHERE d.planned_on = @day AND d.kind = @kind
          AND (SELECT state FROM delivery_states WHERE delivery = d.id ORDER BY row DESC LIMIT 1) <> 'discarded';
        """;

    private const string ToldTo = """
        SELECT w.value AS Address, n.key AS Key, n.rule AS Rule, n.kind AS Kind, max(d.planned_on) AS PlannedOn
        FROM json_each(@addresses) w
        JOIN deliveries d ON d.address = w.value COLLATE NOCASE
        JOIN delivery_notices c ON c.delivery = d.id
        JOIN notices n ON n.key = c.notice
        WHERE n.step <> 'no-longer-stands' AND NOT EXISTS (SELECT 1 FROM notice_withdrawals g WHERE g.key = n.key)
          AND EXISTS (SELECT 1 FROM delivery_states s WHERE s.delivery = d.id AND s.state = 'accepted')
        GROUP BY w.value, n.key
        ORDER BY PlannedOn DESC, n.row DESC;
        """;

    private const string Carrying = """
        SELECT d.id AS Id, d.address AS Address, d.partnership AS Partnership, d.kind AS Kind, s.state AS State, s.at AS At, d.notices AS Notices,
               (SELECT json_group_array(c.notice) FROM delivery_notices c JOIN notice_withdrawals g ON g.key = c.notice WHERE c.delivery = d.id) AS Withdrawn
        FROM deliveries d
        JOIN delivery_states s ON s.row = (SELECT max(row) FROM delivery_states WHERE delivery = d.id)
        WHERE s.state IN (SELECT value FROM json_each(@states))
        ORDER BY d.row;
        """;

    private const string Weekly = """
        SELECT n.key AS Key, EXISTS (
            SELECT 1 FROM delivery_notices c WHERE c.notice = n.key
            AND (SELECT state = 'discarded' AND answer IS @rewritten FROM delivery_states WHERE delivery = c.delivery ORDER BY row DESC LIMIT 1) = 0) AS IsCarried
        FROM json_each(@partnerships) w JOIN notices n ON n.subject = w.value AND n.step = 'weekly';
        """;

    private const string Lost = """
        SELECT DISTINCT c.delivery FROM json_each(@ids) w
        JOIN delivery_notices c ON c.delivery = w.value
        JOIN notice_withdrawals g ON g.key = c.notice;
        """;

    public static IReadOnlyList<PartnershipName> Partnerships(SqliteConnection connection) =>
        [.. connection.Query<NameLine>(Names).Select(line => new PartnershipName(line.Id, line.Name, line.Jurisdiction))];

    public static IReadOnlyDictionary<string, bool> WeeklyNotices(SqliteConnection connection, IReadOnlyCollection<string> partnerships, string rewritten) =>
        connection.Query<WeeklyLine>(Weekly, new { partnerships = JsonSerializer.Serialize(partnerships), rewritten })
            .ToDictionary(line => line.Key, line => line.IsCarried != 0, StringComparer.Ordinal);

    public static IReadOnlySet<string> AddressesWith(SqliteConnection connection, string kind, DateOnly day) =>
        connection.Query<string>(Addresses, new { kind, day = Instants.Write(day) }).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ToldNotice> Told(SqliteConnection connection, IReadOnlyCollection<string> addresses) =>
    [
        .. connection.Query<ToldLine>(ToldTo, new { addresses = JsonSerializer.Serialize(addresses) })
            .Select(line => new ToldNotice(line.Address, line.Key, line.Rule, line.Kind, Instants.ReadDay(line.PlannedOn))),
    ];

    public static IReadOnlyList<CarriedNotices> Carried(SqliteConnection connection, IReadOnlyCollection<string> states) =>
    [
        .. connection.Query<CarriedLine>(Carrying, new { states = JsonSerializer.Serialize(states) })
            .Select(line => new CarriedNotices(
                line.Id, line.Address, line.Partnership, line.Kind, line.State, Instants.Read(line.At), Keys(line.Notices), Keys(line.Withdrawn))),
    ];

    public static IReadOnlySet<string> WithLostGround(SqliteConnection connection, IReadOnlyCollection<string> deliveries) =>
        connection.Query<string>(Lost, new { ids = JsonSerializer.Serialize(deliveries) }).ToHashSet(StringComparer.Ordinal);

    private static ImmutableArray<string> Keys(string json) => JsonSerializer.Deserialize<ImmutableArray<string>>(json);

    private sealed class NameLine
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Jurisdiction { get; init; }
    }

    private sealed class WeeklyLine
    {
        public required string Key { get; init; }

        public long IsCarried { get; init; }
    }

    private sealed class ToldLine
    {
        public required string Address { get; init; }

        public required string Key { get; init; }

        public required string Rule { get; init; }

        public required string Kind { get; init; }

        public required string PlannedOn { get; init; }
    }

    private sealed class CarriedLine
    {
        public required string Id { get; init; }

        public required string Address { get; init; }

        public required string Partnership { get; init; }

        public string? Kind { get; init; }

        public required string State { get; init; }

        public required string At { get; init; }

        public required string Notices { get; init; }

        public required string Withdrawn { get; init; }
    }
}
