using DhrCompliance.Service.Ledger.Reading;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Rows into the input tables. What an import leaves empty is NULL; what a constraint refuses is told with its reason.</summary>
internal sealed class InputInserts : IDisposable
{
    private const string Partnership = "INSERT INTO partnerships (id, name, jurisdiction, kept_since) VALUES (?1, ?2, ?3, ?4)";

    private const string Protocol = "INSERT INTO protocols (partnership, pack, from_day, until_day) VALUES (?1, ?2, ?3, ?4)";

    private const string Contact = """
        INSERT INTO contacts (partnership, reference, agency, role, email, from_day, until_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    private const string Case = "INSERT INTO cases (reference, partnership, kept_since, facts) VALUES (?1, ?2, ?3, ?4)";

    private const string CasePartnership = "INSERT INTO case_partnerships (reference, partnership, part) VALUES (?1, ?2, ?3)";

    private const string Item = "INSERT INTO items (id, reference, kind, facts) VALUES (?1, ?2, ?3, ?4)";

    private const string Event = """
        INSERT INTO events (id, reference, item, event, date, withdrawn, note, recorded_by, recorded_at, attributes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> prepared = new(StringComparer.Ordinal);

    public InputInserts(SqliteConnection connection) => this.connection = connection;

    public void Append(PartnershipRow row) => Run(
        Prepared(Partnership).Bind(1, row.Id).Bind(2, row.Name).Bind(3, row.Jurisdiction).Bind(4, OrNull(row.KeptSince)),
        "partnerships",
        row.Id);

    public void Append(ProtocolRow row) => Run(
        Prepared(Protocol).Bind(1, row.Partnership).Bind(2, row.Pack).Bind(3, OrNull(row.From)).Bind(4, OrNull(row.Until)),
        "protocols",
        $"{row.Partnership}, {row.Pack}");

    public void Append(ContactRow row) => Run(
        Prepared(Contact).Bind(1, OrNull(row.Partnership)).Bind(2, OrNull(row.Case)).Bind(3, OrNull(row.Agency))
            .Bind(4, row.Role).Bind(5, row.Email).Bind(6, OrNull(row.From)).Bind(7, OrNull(row.Until)),
        "contacts",
        row.Role);

    public void Append(CaseRow row) => Run(
        Prepared(Case).Bind(1, row.Reference).Bind(2, row.Partnership).Bind(3, OrNull(row.KeptSince)).Bind(4, Words.Write(row.Facts)),
        "cases",
        row.Reference);

    public void Append(CasePartnershipRow row) => Run(
        Prepared(CasePartnership).Bind(1, row.Reference).Bind(2, row.Partnership).Bind(3, row.Part),
        "case_partnerships",
        $"{row.Reference}, {row.Partnership}");

    public void Append(ItemRow row) => Run(
        Prepared(Item).Bind(1, row.Id).Bind(2, row.Reference).Bind(3, row.Kind).Bind(4, Words.Write(row.Facts)),
        "items",
        row.Id);

    public void Append(EventRow row) => Run(
        Prepared(Event).Bind(1, row.Id).Bind(2, row.Reference).Bind(3, OrNull(row.Item)).Bind(4, row.Event).Bind(5, OrNull(row.Date))
            .Bind(6, row.Withdrawn ? 1 : 0).Bind(7, OrNull(row.Note)).Bind(8, OrNull(row.RecordedBy)).Bind(9, OrNull(row.RecordedAt))
            .Bind(10, Words.Write(row.Attributes)),
        "events",
        row.Id);

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static void Run(Statement statement, string table, string key)
    {
        try
        {
            statement.Run();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw new RowRefusedException(table, key, Refusal.Because(error), error);
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
