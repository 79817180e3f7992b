using Dapper;
using DhrCompliance.Service.Ledger.Evidence;
using DhrCompliance.Service.Ledger.Reading;

namespace DhrCompliance.Service.Ledger;

/// <content>What looks back, and what is handed on as evidence.</content>
public sealed partial class LedgerDatabase
{
    private const string HowMany = "SELECT count(*) FROM subjects;";

    private bool readsClaimedTimes;

    /// <summary>
    /// From here on, readings at a moment take rows for known from when their sources say they were recorded; only a register that was opened to read.
    /// Gives the number of event versions that say nothing of it and count from when the register took them in.
    /// </summary>
    public long UseClaimedTimes()
    {
        if (mode != OpenMode.ReadOnly)
        {
            throw new InvalidOperationException("Only a register that was opened to read can be read by claimed times.");
        }

        readsClaimedTimes = true;
        return Guarded(() => ClaimedTimes.CountWithout(connection));
    }

    /// <summary>The hash of the rulebook that was in force at a moment: the last one adopted by then, or else the one of the last sweep. Null: there was none.</summary>
    public string? RulebookInForceAt(DateTimeOffset moment) => Guarded(() => RulebookStepReading.InForceAt(connection, moment));

    /// <summary>How many reviews and partnerships there are.</summary>
    public int CountSubjects() => Guarded(() => (int)connection.ExecuteScalar<long>(HowMany));

    /// <summary>What conclusions about these cases and partnerships rest on, and what was told of them; as it was written, whatever times are read by.</summary>
    internal EvidenceFound Evidence(IReadOnlyCollection<string> references, DateTimeOffset? knownAt, bool withFreeText) => Guarded(() =>
    {
        using var snapshot = Snapshot.Of(Path, options.Patience);
        return new EvidenceReading(snapshot.Connection, Moments.Until(knownAt), withFreeText).Read(references);
    });
}
