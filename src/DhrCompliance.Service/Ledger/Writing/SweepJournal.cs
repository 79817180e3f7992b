using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Records that a sweep is done, and which input rows it has seen: those that were there when its state was read, and no later one.</summary>
internal static class SweepJournal
{
    private const string Sweep = """
        INSERT INTO sweeps (day, rulebook, assessed, failed, notices, deliveries, act)
        VALUES (@day, @rulebookHash, @Assessed, @Failed, @Notices, @Deliveries, @act);
        """;

    private const string Seen = "DELETE FROM to_sweep WHERE subject = ?1 AND mark = ?2";

    public static void Append(
        SqliteConnection connection,
        long act,
        DateOnly day,
        string rulebookHash,
        SweepCounts counts,
        IReadOnlyDictionary<string, long> marks)
    {
        connection.Execute(Sweep, new
        {
            day = Instants.Write(day),
            rulebookHash,
            counts.Assessed,
            counts.Failed,
            counts.Notices,
            counts.Deliveries,
            act,
        });
        using var seen = new Statement(connection, Seen);
        foreach (var (subject, mark) in marks)
        {
            seen.Bind(1, subject).Bind(2, mark).Run();
        }
    }
}
