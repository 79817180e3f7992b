using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Rows of one table in the order of their subject, taken subject by subject beside the other tables. The subject is column 0.</summary>
internal sealed class SubjectRows : IDisposable
{
    private readonly Statement statement;
    private bool more;

    public SubjectRows(SqliteConnection connection, string sql, string until, string? references)
    {
        statement = new Statement(connection, sql).Bind(1, until);
        if (references is not null)
        {
            statement.Bind(2, references);
        }

        more = statement.Step();
    }

    public Statement Row => statement;

    /// <summary>True: there is a current row.</summary>
    public bool Any => more;

    /// <summary>
    /// True: the current row is the subject's. Rows of subjects that come before it belong to none that exists; a register whose
    /// triggers stand has none, and they must not hold up the rest.
    /// </summary>
    public bool IsOf(ReadOnlySpan<byte> subject)
    {
        while (more)
        {
            var order = statement.Bytes(0).SequenceCompareTo(subject);
            if (order >= 0)
            {
                return order == 0;
            }

            more = statement.Step();
        }

        return false;
    }

    public void Next() => more = statement.Step();

    public void Dispose() => statement.Dispose();
}
