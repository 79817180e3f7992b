using System.Text.Json;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Notices, the deliveries that carry them, and what becomes of both.</summary>
internal sealed class NoticeInserts : IDisposable
{
    private const string Notice = """
        INSERT INTO notices (key, subject, partnership, rule, kind, role, step, planned_on, held, delivery, act)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
        """;

    private const string Withdrawal = """
        INSERT INTO notice_withdrawals (key, partnership, withdrawn_on, act)
        SELECT key, partnership, ?2, ?3 FROM notices WHERE key = ?1;
        """;

    private const string Acknowledgement = """
        INSERT INTO acknowledgements (key, subject, partnership, until_day, reason, at, act)
        SELECT key, subject, partnership, ?2, ?3, ?4, ?5 FROM notices WHERE key = ?1;
        """;

    private const string Delivery = """
        INSERT INTO deliveries (id, partnership, address, message_id, subject, text, html, planned_on, notices, act, kind, calendar)
        VALUES (?1, coalesce(?2, ''), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
        """;

    private const string Carries = "INSERT INTO delivery_notices (notice, delivery) VALUES (?1, ?2);";

    private const string State = """
        INSERT INTO delivery_states (delivery, partnership, state, answer, at, act)
        SELECT id, partnership, ?2, ?3, ?4, ?5 FROM deliveries WHERE id = ?1;
        """;

    private readonly SqliteConnection connection;
    private readonly long act;
    private readonly string at;
    private readonly Dictionary<string, Statement> prepared = new(StringComparer.Ordinal);

    public NoticeInserts(SqliteConnection connection, long act, string at)
    {
        this.connection = connection;
        this.act = act;
        this.at = at;
    }

    public void Append(NoticeRow row) => Run(
        Prepared(Notice).Bind(1, row.Key).Bind(2, row.Subject).Bind(3, row.Partnership).Bind(4, row.Rule).Bind(5, row.Kind).Bind(6, row.Role)
            .Bind(7, row.Step).Bind(8, Instants.Write(row.PlannedOn)).Bind(9, row.Held ? 1 : 0).Bind(10, row.Delivery).Bind(11, act),
        "notices",
        row.Key);

    public void Append(DeliveryRow row)
    {
        Run(
            Prepared(Delivery).Bind(1, row.Id).Bind(2, row.Partnership).Bind(3, row.Address).Bind(4, row.MessageId).Bind(5, row.Subject)
                .Bind(6, row.Text).Bind(7, row.Html).Bind(8, Instants.Write(row.PlannedOn)).Bind(9, JsonSerializer.Serialize(row.Notices.AsEnumerable())).Bind(10, act)
                .Bind(11, row.Kind).Bind(12, row.Calendar),
            "deliveries",
            row.Id);
        foreach (var notice in row.Notices.Distinct(StringComparer.Ordinal))
        {
            Run(Prepared(Carries).Bind(1, notice).Bind(2, row.Id), "delivery_notices", row.Id);
        }

        AppendState(row.Id, row.State, row.Answer);
    }

    public void AppendState(string id, string state, string? answer) =>
        Run(Prepared(State).Bind(1, id).Bind(2, state).Bind(3, answer).Bind(4, at).Bind(5, act), "delivery_states", id);

    public void Withdraw(string key, DateOnly day) =>
        Run(Prepared(Withdrawal).Bind(1, key).Bind(2, Instants.Write(day)).Bind(3, act), "notice_withdrawals", key);

    public void Acknowledge(string key, DateOnly until, string reason) => Run(
        Prepared(Acknowledgement).Bind(1, key).Bind(2, Instants.Write(until)).Bind(3, reason).Bind(4, at).Bind(5, act), "acknowledgements", key);

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }
    }

    private static void Run(Statement statement, string table, string key)
    {
        int rows;
        try
        {
            rows = statement.Run();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw new RowRefusedException(table, key, Refusal.Because(error), error);
        }

        if (rows == 0)
        {
            throw new RowRefusedException(table, key, "the register holds nothing with this key");
        }
    }

    private Statement Prepared(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            prepared[sql] = statement = new Statement(connection, sql);
        }

        return statement;
    }
}
