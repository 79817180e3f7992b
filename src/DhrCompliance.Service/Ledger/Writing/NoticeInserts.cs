using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Notices, the deliveries that carry them, and what becomes of both.</summary>
internal sealed class NoticeInserts
{
    private const string Notice = """
        INSERT INTO notices (key, subject, partnership, rule, kind, role, step, planned_on, held, delivery, act)
        VALUES (@Key, @Subject, @Partnership, @Rule, @Kind, @Role, @Step, @plannedOn, @held, @Delivery, @act);
        """;

    private const string Withdrawal = """
        INSERT INTO notice_withdrawals (key, partnership, withdrawn_on, act)
        SELECT key, partnership, @day, @act FROM notices WHERE key = @key;
        """;

    private const string Delivery = """
        INSERT INTO deliveries (id, partnership, address, message_id, subject, text, html, planned_on, notices, act)
        VALUES (@Id, @Partnership, @Address, @MessageId, @Subject, @Text, @Html, @plannedOn, @notices, @act);
        """;

    private const string Carries = "INSERT INTO delivery_notices (notice, delivery) VALUES (@notice, @delivery);";

    private const string State = """
        INSERT INTO delivery_states (delivery, partnership, state, answer, at, act)
        SELECT id, partnership, @state, @answer, @at, @act FROM deliveries WHERE id = @id;
        """;

    private readonly SqliteConnection connection;
    private readonly long act;
    private readonly string at;

    public NoticeInserts(SqliteConnection connection, long act, string at)
    {
        this.connection = connection;
        this.act = act;
        this.at = at;
    }

    public void Append(NoticeRow row) => Insert("notices", row.Key, Notice, new
    {
        row.Key,
        row.Subject,
        row.Partnership,
        row.Rule,
        row.Kind,
        row.Role,
        row.Step,
        plannedOn = Instants.Write(row.PlannedOn),
        held = row.Held ? 1L : 0L,
        row.Delivery,
        act,
    });

    public void Append(DeliveryRow row)
    {
        Insert("deliveries", row.Id, Delivery, new
        {
            row.Id,
            row.Partnership,
            row.Address,
            row.MessageId,
            row.Subject,
            row.Text,
            row.Html,
            plannedOn = Instants.Write(row.PlannedOn),
            notices = JsonSerializer.Serialize(row.Notices.AsEnumerable()),
            act,
        });
        foreach (var notice in row.Notices.Distinct(StringComparer.Ordinal))
        {
            Insert("delivery_notices", row.Id, Carries, new { notice, delivery = row.Id });
        }

        AppendState(row.Id, row.State, row.Answer);
    }

    public void AppendState(string id, string state, string? answer) =>
        Insert("delivery_states", id, State, new { id, state, answer, at, act });

    public void Withdraw(string key, DateOnly day) =>
        Insert("notice_withdrawals", key, Withdrawal, new { key, day = Instants.Write(day), act });

    private void Insert(string table, string key, string sql, object values)
    {
        int rows;
        try
        {
            rows = connection.Execute(sql, values);
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
}
