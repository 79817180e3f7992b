using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>How the service has been doing. What came after what is told by the numbers of the acts, which no clock moves.</summary>
internal static class ServiceReading
{
    private const string Last = """
        SELECT s.day AS Day, a.at AS At, s.rulebook AS Rulebook, s.failed AS Failed
        FROM sweeps s JOIN acts a ON a.id = s.act ORDER BY s.row DESC LIMIT 1;
        """;

    private const string Failures = """
        SELECT day AS Day, kind AS Kind, reason AS Reason, at AS At FROM sweep_failures
        WHERE act > coalesce((SELECT act FROM sweeps ORDER BY row DESC LIMIT 1), 0) ORDER BY row DESC;
        """;

    // A mail waits since it was first planned after it last was anything else than planned or on its way.
    private const string Outbox = """
        SELECT coalesce(sum(state = 'failed'), 0) AS Failed, coalesce(sum(state = 'unknown'), 0) AS Unknown, count(since) AS Waiting,
               min(CASE WHEN NOT refused THEN since END) AS WaitingSince, min(CASE WHEN refused THEN since END) AS RefusedSince,
               coalesce(sum(state = 'held'), 0) AS Held, min(CASE WHEN state = 'held' THEN at END) AS HeldSince
        FROM (
            SELECT o.state, o.at,
                   CASE WHEN o.state IN ('planned', 'reserved') THEN
                       (SELECT min(w.at) FROM delivery_states w WHERE w.delivery = o.id AND w.row > o.other) END AS since,
                   EXISTS (SELECT 1 FROM delivery_states w
                           WHERE w.delivery = o.id AND w.row > o.other AND w.state = 'planned' AND w.answer IS NOT NULL) AS refused
            FROM (
                SELECT d.id, s.state, s.at,
                       coalesce((SELECT max(row) FROM delivery_states WHERE delivery = d.id AND state NOT IN ('planned', 'reserved')), 0) AS other
                FROM deliveries d
                JOIN delivery_states s ON s.row = (SELECT max(row) FROM delivery_states WHERE delivery = d.id)
                WHERE s.state IN ('planned', 'reserved', 'failed', 'unknown', 'held')) o);
        """;

    private const string Mail = """
        SELECT kind AS Kind, about AS About, subject AS Subject, text AS Text, at AS At,
               act > coalesce((SELECT act FROM sweeps ORDER BY row DESC LIMIT 1), 0) AS SinceLastSweep
        FROM operator_mails WHERE kind = @kind AND about = @about ORDER BY row DESC LIMIT 1;
        """;

    public static ServiceState State(SqliteConnection connection)
    {
        var failures = connection.Query<FailureLine>(Failures).ToList();
        var outbox = connection.QuerySingle<OutboxLine>(Outbox);
        return new ServiceState
        {
            LastSweep = LastSweep(connection),
            FailuresSince = failures.Count,
            LastFailure = failures is [var latest, ..] ? latest.ToDomain() : null,
            Waiting = (int)outbox.Waiting,
            WaitingSince = Instants.ReadOrNull(outbox.WaitingSince),
            RefusedSince = Instants.ReadOrNull(outbox.RefusedSince),
            Failed = (int)outbox.Failed,
            Unknown = (int)outbox.Unknown,
            Held = (int)outbox.Held,
            HeldSince = Instants.ReadOrNull(outbox.HeldSince),
        };
    }

    public static LastSweep? LastSweep(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<SweepLine>(Last) is { } last
            ? new LastSweep(Instants.ReadDay(last.Day), Instants.Read(last.At), last.Rulebook, (int)last.Failed)
            : null;

    public static OperatorMailRow? LastMail(SqliteConnection connection, string kind, string about) =>
        connection.QuerySingleOrDefault<MailLine>(Mail, new { kind, about })?.ToDomain();

    private sealed class SweepLine
    {
        public required string Day { get; init; }

        public required string At { get; init; }

        public required string Rulebook { get; init; }

        public long Failed { get; init; }
    }

    private sealed class FailureLine
    {
        public required string Day { get; init; }

        public required string Kind { get; init; }

        public required string Reason { get; init; }

        public required string At { get; init; }

        public SweepFailureRow ToDomain() => new() { Day = Instants.ReadDay(Day), Kind = Kind, Reason = Reason, At = Instants.Read(At) };
    }

    private sealed class OutboxLine
    {
        public long Failed { get; init; }

        public long Unknown { get; init; }

        public long Waiting { get; init; }

        public string? WaitingSince { get; init; }

        public string? RefusedSince { get; init; }

        public long Held { get; init; }

        public string? HeldSince { get; init; }
    }

    private sealed class MailLine
    {
        public required string Kind { get; init; }

        public required string About { get; init; }

        public required string Subject { get; init; }

        public required string Text { get; init; }

        public required string At { get; init; }

        public long SinceLastSweep { get; init; }

        public OperatorMailRow ToDomain() => new()
        {
            Kind = Kind,
            About = About,
            Subject = Subject,
            Text = Text,
            At = Instants.Read(At),
            SinceLastSweep = SinceLastSweep != 0,
        };
    }
}
