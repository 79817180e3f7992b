using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Ids for new events and items: counted per subject, never one that was used, also not by a row that brought its own id.</summary>
internal sealed class Numbering : IDisposable
{
    private const string Last = "SELECT last FROM numbers_given WHERE reference = @reference AND kind = @kind;";

    private const string EventExists = "SELECT id FROM events WHERE id = ?1";

    private const string ItemExists = "SELECT id FROM items WHERE id = ?1";

    private const string Keep = """
        INSERT INTO numbers_given (reference, kind, last) VALUES (@reference, @kind, @last)
        ON CONFLICT (reference, kind) DO UPDATE SET last = excluded.last;
        """;

    private readonly SqliteConnection connection;
    private readonly Statement eventExists;
    private readonly Statement itemExists;
    private readonly Dictionary<(string Reference, string Kind), long> given = [];

    public Numbering(SqliteConnection connection)
    {
        this.connection = connection;
        eventExists = new Statement(connection, EventExists);
        itemExists = new Statement(connection, ItemExists);
    }

    public string NextEvent(string reference) => Next(reference, "E", string.Empty, eventExists);

    public string NextItem(string reference, string kind) => Next(reference, kind, "-", itemExists);

    /// <summary>Before the commit.</summary>
    public void Write()
    {
        foreach (var ((reference, kind), last) in given)
        {
            connection.Execute(Keep, new { reference, kind, last });
        }

        given.Clear();
    }

    public void Dispose()
    {
        eventExists.Dispose();
        itemExists.Dispose();
    }

    private string Next(string reference, string kind, string separator, Statement exists)
    {
        var last = given.TryGetValue((reference, kind), out var known)
            ? known
            : connection.ExecuteScalar<long>(Last, new { reference, kind });
        string id;
        do
        {
            last++;
            id = FormattableString.Invariant($"{reference}-{kind}{separator}{last}");
        }
        while (exists.Bind(1, id).Scalar() is not null);

        given[(reference, kind)] = last;
        return id;
    }
}
