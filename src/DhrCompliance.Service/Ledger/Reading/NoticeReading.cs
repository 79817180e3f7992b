using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Notices with what became of them.</summary>
internal static class NoticeReading
{
    private const string Notices = """
        SELECT n.key AS Key, n.subject AS Subject, n.rule AS Rule, n.kind AS Kind, n.role AS Role, n.step AS Step,
               n.planned_on AS PlannedOn, n.held AS Held, w.withdrawn_on AS WithdrawnOn,
               EXISTS (SELECT 1 FROM delivery_notices d JOIN delivery_states s ON s.delivery = d.delivery
                       WHERE d.notice = n.key AND s.state = 'accepted') AS Told,
               (SELECT s.state FROM delivery_notices d JOIN delivery_states s ON s.delivery = d.delivery
                WHERE d.notice = n.key ORDER BY s.row DESC LIMIT 1) AS Latest,
               (SELECT a.until_day FROM acknowledgements a WHERE a.key = n.key ORDER BY a.row DESC LIMIT 1) AS AcknowledgedUntil
        FROM notices n LEFT JOIN notice_withdrawals w ON w.key = n.key
        """;

    private const string Ordered = " ORDER BY n.subject, n.row;";

    private const string All = Notices + Ordered;

    private const string Some = Notices + " WHERE n.subject IN (SELECT value FROM json_each(@references))" + Ordered;

    private const string Waiting = Notices + """
         WHERE substr(n.kind, 1, length(@exceptKinds)) <> @exceptKinds AND w.key IS NULL AND (@exceptStep IS NULL OR n.step <> @exceptStep)
          AND NOT EXISTS (SELECT 1 FROM delivery_notices c WHERE c.notice = n.key)
        """ + Ordered;

    public static IReadOnlyDictionary<string, IReadOnlyList<PlannedNotice>> Planned(
        SqliteConnection connection, IReadOnlyCollection<string>? references)
    {
        var rows = references is null
            ? connection.Query<Row>(All)
            : connection.Query<Row>(Some, new { references = JsonSerializer.Serialize(references) });
        return rows
            .GroupBy(row => row.Subject, StringComparer.Ordinal)
            .ToDictionary(
                subject => subject.Key,
                IReadOnlyList<PlannedNotice> (subject) => [.. subject.Select(row => row.ToDomain())],
                StringComparer.Ordinal);
    }

    /// <summary>Notices that no delivery carries and whose ground was not withdrawn, but for those of some kinds and one step.</summary>
    public static IReadOnlyList<PlannedNotice> WithoutMail(SqliteConnection connection, string exceptKinds, string? exceptStep) =>
        [.. connection.Query<Row>(Waiting, new { exceptKinds, exceptStep }).Select(row => row.ToDomain())];

    private sealed class Row
    {
        public required string Key { get; init; }

        public required string Subject { get; init; }

        public required string Rule { get; init; }

        public required string Kind { get; init; }

        public required string Role { get; init; }

        public required string Step { get; init; }

        public required string PlannedOn { get; init; }

        public long Held { get; init; }

        public string? WithdrawnOn { get; init; }

        public long Told { get; init; }

        public string? Latest { get; init; }

        public string? AcknowledgedUntil { get; init; }

        public PlannedNotice ToDomain() => new()
        {
            Key = Key,
            Subject = Subject,
            Rule = Rule,
            Kind = Kind,
            Role = Role,
            Step = Step,
            PlannedOn = Instants.ReadDay(PlannedOn),
            State = State(),
            Generation = int.TryParse(Key[(Key.LastIndexOf('|') + 1)..], CultureInfo.InvariantCulture, out var generation) ? generation : 0,
            Told = Told != 0,
            Carried = Latest is not null,
            WithdrawnOn = Instants.ReadDayOrNull(WithdrawnOn),
            AcknowledgedUntil = Instants.ReadDayOrNull(AcknowledgedUntil),
        };

        private string State() => this switch
        {
            { WithdrawnOn: not null } => "withdrawn",
            { Told: not 0 } => "told",
            { Latest: "held" } or { Latest: null, Held: not 0 } => "held",
            _ => "planned",
        };
    }
}
