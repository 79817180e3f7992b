using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>What the service records of its own running.</summary>
internal static class ServiceInserts
{
    private const string Failure = "INSERT INTO sweep_failures (day, kind, reason, at, act) VALUES (@day, @Kind, @Reason, @at, @act);";

    private const string Mail = "INSERT INTO operator_mails (kind, about, subject, text, at, act) VALUES (@Kind, @About, @Subject, @Text, @at, @act);";

    private const string Intake = """
        INSERT INTO intakes (unit, hash, partnership, made, refused, detail, at, act)
        VALUES (@Unit, @Hash, @Partnership, @Made, @Refused, @Detail, @at, @act);
        """;

    public static void Append(SqliteConnection connection, long act, string at, IntakeRow row) =>
        connection.Execute(Intake, new { row.Unit, row.Hash, row.Partnership, row.Made, row.Refused, row.Detail, at, act });

    public static void Append(SqliteConnection connection, long act, string at, SweepFailureRow row) =>
        connection.Execute(Failure, new { day = Instants.Write(row.Day), row.Kind, row.Reason, at, act });

    public static void Append(SqliteConnection connection, long act, string at, OperatorMailRow row) =>
        connection.Execute(Mail, new { row.Kind, row.About, row.Subject, row.Text, at, act });
}
