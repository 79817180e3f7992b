using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using DhrCompliance.Service.Ledger.Trail;
using DhrCompliance.Service.Ledger.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger;

/// <summary>
/// One act of writing, in one transaction: everything or nothing. Disposed without <see cref="Commit"/> it leaves no trace. A row that
/// the register refuses (<see cref="RowRefusedException"/>) is not written; the others are.
/// </summary>
public sealed class LedgerWriter : IDisposable
{
    private const string BeginAct = "BEGIN IMMEDIATE;";

    private const string End = "COMMIT;";

    private const string TakeBack = "ROLLBACK;";

    private const string InsertAct = """
        INSERT INTO acts (command, by_whom, host, tool_version, at) VALUES (@Command, @By, @Host, @ToolVersion, @at) RETURNING id;
        """;

    private const string Mark = "INSERT INTO register_marks (name, set_at) VALUES (@name, @at) ON CONFLICT (name) DO NOTHING;";

    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly Action onEnd;
    private readonly Func<IReadOnlyDictionary<string, long>> marks;
    private long act;
    private byte[] actDigest;
    private readonly string at;
    private readonly Chaining chaining;
    private readonly InputInserts input;
    private readonly Numbering numbering;
    private NoticeInserts notices;
    private AssessmentInserts assessments;
    private bool isOpen = true;

    internal LedgerWriter(
        SqliteConnection connection,
        string path,
        Act act,
        TimeProvider clock,
        RandomFill fill,
        Func<IReadOnlyDictionary<string, long>> marks,
        Action onEnd,
        Waiting waiting)
    {
        this.connection = connection;
        this.path = path;
        this.marks = marks;
        this.onEnd = onEnd;
        waiting.For(connection, () => connection.Execute(BeginAct));
        try
        {
            // Only now: whoever waited for another writer comes after it.
            At = clock.GetUtcNow();
            at = Instants.Write(At);
            Presence.Require(connection, path);
            chaining = new Chaining(connection, fill);
            (this.act, actDigest) = Begin(act);
            input = new InputInserts(connection);
            notices = new NoticeInserts(connection, this.act, at);
            numbering = new Numbering(connection);
            assessments = new AssessmentInserts(connection, this.act);
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>When the act began: once no other wrote, and before it has read or written anything.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What follows is another person's act, in the same transaction: all of it becomes last, or nothing.</summary>
    public void Continue(Act next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Guarded(() =>
        {
            chaining.Drain(act, actDigest);
            (act, actDigest) = Begin(next);
            notices.Dispose();
            assessments.Dispose();
            notices = new NoticeInserts(connection, act, at);
            assessments = new AssessmentInserts(connection, act);
        });
    }

    public void Append(PartnershipRow row) => Guarded(() => input.Append(row));

    public void Append(ProtocolRow row) => Guarded(() => input.Append(row));

    public void Append(ContactRow row) => Guarded(() => input.Append(row));

    public void Append(CaseRow row) => Guarded(() => input.Append(row));

    public void Append(CasePartnershipRow row) => Guarded(() => input.Append(row));

    /// <summary>Before the events of the item.</summary>
    public void Append(ItemRow row) => Guarded(() => input.Append(row));

    public void Append(EventRow row) => Guarded(() => input.Append(row));

    /// <summary>Stored once a hash; before the assessments under it, or in the same act.</summary>
    public void AppendRulebook(string hash, IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<string> packs) =>
        Guarded(() => RulebookInserts.Append(connection, act, hash, files, packs));

    /// <summary>What became of a rulebook. Unless it is refused, its text is stored already, or in the same act.</summary>
    public void AppendRulebookStep(RulebookStep step) => Guarded(() => RulebookInserts.Append(connection, act, at, step));

    /// <summary>Stored only when its digest differs from the last one of its subject; true where it was. When it changes next is kept in any case.</summary>
    public bool AppendAssessment(StoredAssessment assessment)
    {
        var isNew = false;
        Guarded(() => isNew = assessments.Append(assessment));
        return isNew;
    }

    /// <summary>The subject could not be assessed: every sweep takes it again until it can.</summary>
    public void Retry(string reference, DateOnly day) => Guarded(() => assessments.Retry(reference, day));

    /// <summary>Unique on its key: a second one is refused.</summary>
    public void AppendNotice(NoticeRow notice) => Guarded(() => notices.Append(notice));

    /// <summary>With its first state. The notices it names are in the register, or come in the same act.</summary>
    public void AppendDelivery(DeliveryRow delivery) => Guarded(() => notices.Append(delivery));

    public void AppendDeliveryState(string deliveryId, string state, string? answer) =>
        Guarded(() => notices.AppendState(deliveryId, state, answer));

    /// <summary>Its ground no longer holds.</summary>
    public void WithdrawNotice(string key, DateOnly on) => Guarded(() => notices.Withdraw(key, on));

    /// <summary>Its repeats are held back until a day (inclusive), for a reason. The last one of a notice counts.</summary>
    public void Acknowledge(string key, DateOnly until, string reason) => Guarded(() => notices.Acknowledge(key, until, reason));

    /// <summary>The sweep is done. It has seen the input rows that were there when <see cref="LedgerDatabase.ReadSweepState"/> was last called.</summary>
    public void Journal(DateOnly day, string rulebookHash, SweepCounts counts) =>
        Guarded(() => SweepJournal.Append(connection, act, day, rulebookHash, counts, marks()));

    /// <summary>A sweep that was to run did not finish.</summary>
    public void AppendSweepFailure(SweepFailureRow failure) => Guarded(() => ServiceInserts.Append(connection, act, at, failure));

    /// <summary>What was handed in was taken, as far as it was. Once for each: a second one is refused.</summary>
    public void AppendIntake(IntakeRow intake) => Guarded(() => ServiceInserts.Append(connection, act, at, intake));

    /// <summary>The person who runs the service was told.</summary>
    public void AppendOperatorMail(OperatorMailRow mail) => Guarded(() => ServiceInserts.Append(connection, act, at, mail));

    /// <summary>An id for a new event of the subject, never used before.</summary>
    public string NewEventId(string reference) => numbering.NextEvent(reference);

    /// <summary>An id for a new item of the subject, never used before.</summary>
    public string NewItemId(string reference, string kind) => numbering.NextItem(reference, kind);

    /// <summary>Says that this register is a demonstration.</summary>
    public void MarkDemo() => Guarded(() => connection.Execute(Mark, new { name = LedgerDatabase.DemoMark, at }));

    /// <summary>Gives everything its place in the trail and makes it last.</summary>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(!isOpen, this);
        Guarded(() =>
        {
            numbering.Write();
            chaining.Drain(act, actDigest);
            Release();
            Presence.Require(connection, path);
            connection.Execute(End);
        });
        isOpen = false;
        onEnd();
    }

    public void Dispose()
    {
        if (isOpen)
        {
            isOpen = false;
            Release();
            RollBack();
            onEnd();
        }
    }

    private (long Act, byte[] Digest) Begin(Act begun)
    {
        var id = connection.ExecuteScalar<long>(InsertAct, new { begun.Command, begun.By, begun.Host, begun.ToolVersion, at });
        return (id, TrailEntry.OfAct(new Frame(), id, begun.Command, begun.By, begun.Host, begun.ToolVersion, at));
    }

    /// <summary>A full disk or a damaged file may have ended the transaction already.</summary>
    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
        {
            connection.Execute(TakeBack);
        }
    }

    private void Release()
    {
        input.Dispose();
        notices.Dispose();
        numbering.Dispose();
        assessments.Dispose();
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw new RowRefusedException("register", path, Refusal.Because(error), error);
        }
        catch (SqliteException error) when (SqliteFaults.Of(error, path) is { } fault)
        {
            throw fault;
        }
    }
}
