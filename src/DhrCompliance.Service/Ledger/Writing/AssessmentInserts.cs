using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Assessments, each only where it concludes something else than the one before; and when each subject is to be looked at again.</summary>
internal sealed class AssessmentInserts : IDisposable
{
    private const string LastDigest = "SELECT digest FROM standing WHERE reference = ?1";

    private const string Insert = """
        INSERT INTO assessments (reference, partnership, as_of, rulebook, digest, payload, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    private const string Stand = """
        INSERT INTO standing (reference, as_of, digest, next_change_on) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (reference) DO UPDATE
        SET as_of = excluded.as_of, digest = excluded.digest, next_change_on = excluded.next_change_on
        """;

    private const string TakeUpAgain = """
        INSERT INTO standing (reference, as_of, digest, next_change_on) VALUES (?1, ?2, NULL, ?2)
        ON CONFLICT (reference) DO UPDATE SET next_change_on = excluded.next_change_on
        """;

    private readonly Statement lastDigest;
    private readonly Statement insert;
    private readonly Statement stand;
    private readonly Statement takeUpAgain;

    public AssessmentInserts(SqliteConnection connection, long act)
    {
        lastDigest = new Statement(connection, LastDigest);
        insert = new Statement(connection, Insert).Bind(7, act);
        stand = new Statement(connection, Stand);
        takeUpAgain = new Statement(connection, TakeUpAgain);
    }

    public bool Append(StoredAssessment assessment)
    {
        var asOf = Instants.Write(assessment.AsOf);
        var isNew = lastDigest.Bind(1, assessment.Reference).Scalar() != assessment.Digest;
        if (isNew)
        {
            insert.Bind(1, assessment.Reference).Bind(2, assessment.Partnership).Bind(3, asOf).Bind(4, assessment.RulebookHash)
                .Bind(5, assessment.Digest).BindBlob(6, assessment.Payload.Span)
                .Run();
        }

        stand.Bind(1, assessment.Reference).Bind(2, asOf).Bind(3, assessment.Digest)
            .Bind(4, assessment.NextChangeOn is { } next ? Instants.Write(next) : null)
            .Run();
        return isNew;
    }

    public void Retry(string reference, DateOnly day) => takeUpAgain.Bind(1, reference).Bind(2, Instants.Write(day)).Run();

    public void Dispose()
    {
        lastDigest.Dispose();
        insert.Dispose();
        stand.Dispose();
        takeUpAgain.Dispose();
    }
}
