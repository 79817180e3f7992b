using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger.Reading;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Evidence;

/// <summary>A register in memory, made of nothing but the rows of evidence, and read exactly as a register on disk is.</summary>
internal sealed class EvidenceRegister : IDisposable
{
    private const string Memory = "Data Source=:memory:";

    private const string Tables = """
        CREATE TABLE partnerships (row INTEGER, id TEXT, name TEXT, jurisdiction TEXT, kept_since TEXT, witnessed_at TEXT);
        CREATE TABLE protocols (row INTEGER, partnership TEXT, pack TEXT, from_day TEXT, until_day TEXT, witnessed_at TEXT);
        CREATE TABLE cases (row INTEGER, reference TEXT, partnership TEXT, kept_since TEXT, facts TEXT, witnessed_at TEXT);
        CREATE TABLE case_partnerships (row INTEGER, reference TEXT, partnership TEXT, part TEXT, witnessed_at TEXT);
        CREATE TABLE items (row INTEGER, id TEXT, reference TEXT, kind TEXT, facts TEXT, witnessed_at TEXT);
        CREATE TABLE events (row INTEGER, id TEXT, reference TEXT, item TEXT, event TEXT, date TEXT, withdrawn INTEGER, note TEXT,
            recorded_by TEXT, recorded_at TEXT, attributes TEXT, witnessed_at TEXT);
        """;

    private const string Subjects = """
        CREATE INDEX events_by_reference ON events (reference, id);
        CREATE INDEX cases_by_reference ON cases (reference);
        CREATE INDEX items_by_id ON items (id);
        CREATE TABLE subjects (reference TEXT PRIMARY KEY, kind TEXT, partnership TEXT) WITHOUT ROWID;
        INSERT INTO subjects SELECT DISTINCT id, 'partnership', id FROM partnerships WHERE id IS NOT NULL;
        INSERT OR IGNORE INTO subjects
            SELECT c.reference, 'review', c.partnership FROM cases c WHERE c.reference IS NOT NULL AND c.row = (SELECT max(l.row) FROM cases l WHERE l.reference = c.reference);
        """;

    private static readonly ImmutableDictionary<string, int> Widths = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, int>
    {
        ["partnerships"] = 6, ["protocols"] = 6, ["cases"] = 6, ["case_partnerships"] = 5, ["items"] = 6, ["events"] = 12,
    });

    private readonly SqliteConnection connection;
    private readonly List<UnreadableRow> unreadable = [];

    private EvidenceRegister(SqliteConnection connection) => this.connection = connection;

    /// <summary>What the reading of case files could not read; complete at its end.</summary>
    public IReadOnlyList<UnreadableRow> Unreadable => unreadable;

    /// <summary>Throws <see cref="InvalidDataException"/> where a table has other columns than a register's.</summary>
    public static EvidenceRegister Of(IEnumerable<EvidenceTable> tables)
    {
        NativeSqlite.Use();
        var connection = new SqliteConnection(Memory);
        try
        {
            connection.Open();
            connection.Execute(Tables);
            foreach (var table in tables.Where(table => Widths.ContainsKey(table.Name)))
            {
                Fill(connection, table);
            }

            connection.Execute(Subjects);
            return new EvidenceRegister(connection);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new InvalidDataException($"the rows in register/ are none of a register ({error.Message.TrimEnd('.')})", error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The case files of these references as they were known at a moment; null: by all that the evidence holds.</summary>
    public IEnumerable<CaseFile> CaseFiles(IReadOnlyCollection<string> references, DateTimeOffset? knownAt, bool byClaimedTimes)
    {
        if (byClaimedTimes)
        {
            ClaimedTimes.Lay(connection);
        }

        unreadable.Clear();
        return new CaseFileReading(connection, Moments.Until(knownAt), JsonSerializer.Serialize(references), unreadable).Read();
    }

    public void Dispose() => connection.Dispose();

    private static void Fill(SqliteConnection connection, EvidenceTable table)
    {
        if (table.Columns.Length != Widths[table.Name])
        {
            throw new InvalidDataException($"register/{table.Name}.json has {table.Columns.Length} columns, and a register has {Widths[table.Name]}");
        }

        using var transaction = connection.BeginTransaction();
        using (var insert = new Statement(connection, $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Columns.Select((_, at) => $"?{at + 1}"))})"))
        {
            foreach (var row in table.Rows)
            {
                for (var column = 0; column < row.Values.Length; column++)
                {
                    _ = row.Values[column] is long number ? insert.Bind(column + 1, number) : insert.Bind(column + 1, row.Values[column] as string);
                }

                insert.Run();
            }
        }

        transaction.Commit();
    }
}
