using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger.Reading;
using DhrCompliance.Service.Ledger.Sqlite;
using DhrCompliance.Service.Ledger.Trail;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger;

/// <summary>
/// The register: what boroughs record, and what the service concluded, planned and sent. Not for several threads at once. What is read in
/// one call is of one moment; while a writer is open, readings see what it has written so far.
/// </summary>
public sealed partial class LedgerDatabase : IDisposable
{
    internal const string DemoMark = "demo";

    private const string HasMark = "SELECT count(*) FROM register_marks WHERE name = @name;";

    private const string FirstEntry = "SELECT lower(hex(hash)) FROM trail ORDER BY act, partnership, sequence LIMIT 1;";

    private readonly SqliteConnection connection;
    private readonly OpenMode mode;
    private readonly TimeProvider clock;
    private readonly OpenOptions options;
    private IReadOnlyDictionary<string, long> marks = ImmutableDictionary<string, long>.Empty;
    private LedgerWriter? writing;
    private List<UnreadableRow> unreadable = [];

    private LedgerDatabase(SqliteConnection connection, string path, OpenMode mode, TimeProvider clock, OpenOptions options)
    {
        this.connection = connection;
        this.mode = mode;
        this.clock = clock;
        this.options = options;
        Path = path;
    }

    /// <summary>Which SQLite library and version is in use, for a person.</summary>
    public static string Library => NativeSqlite.Use();

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>True: filled by a demonstration.</summary>
    public bool IsDemo => Guarded(() => connection.ExecuteScalar<long>(HasMark, new { name = DemoMark }) > 0);

    /// <summary>
    /// What tells this register from every other, and is the same in its copies: the hash of the first entry of its trail, which has a salt at random.
    /// Empty where nothing was written yet.
    /// </summary>
    public string Identity => Guarded(() => connection.ExecuteScalar<string?>(FirstEntry) ?? "");

    /// <summary>How many scripts were applied to it.</summary>
    public int SchemaVersion => options.Scripts.Count;

    /// <summary>Where the register was copied to before this opening migrated it; null where it did not.</summary>
    public string? Backup { get; private init; }

    /// <summary>What the last reading of case files could not read. To be told as failures of their subjects.</summary>
    public IReadOnlyList<UnreadableRow> Unreadable => unreadable;

    /// <summary>Throws <see cref="LedgerException"/>, whose message says what to do.</summary>
    public static LedgerDatabase Open(string path, OpenMode mode, TimeProvider clock) => Open(path, mode, clock, OpenOptions.Default);

    public void Dispose()
    {
        writing?.Dispose();
        connection.Dispose();
    }

    /// <summary>Begins to write; waits for others who do. One at a time. Throws <see cref="OperationCanceledException"/> when stopped while it waits.</summary>
    public LedgerWriter Write(Act act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (mode == OpenMode.ReadOnly || writing is not null)
        {
            throw new InvalidOperationException(mode == OpenMode.ReadOnly
                ? "The register was opened to read."
                : "Another act of writing is still open.");
        }

        return writing = Guarded(() => new LedgerWriter(
            connection, Path, act, clock, options.Fill, () => marks, () => writing = null, new Waiting(options.Patience, stop)));
    }

    /// <summary>Claims what one process at a time may do, until disposed or the process ends in whatever way; null where another holds it.</summary>
    public IDisposable? TryClaim(LedgerClaim what) => ClaimFile.TryTake(Path, what, clock.GetUtcNow());

    /// <summary>Who holds or last held a claim, for a person: <c>process 12 on host since ...</c>; null where that is not known.</summary>
    public string? ClaimedBy(LedgerClaim what) => ClaimFile.Holder(Path, what);

    /// <summary>The latest version of every row.</summary>
    /// <param name="knownAt">Only what the register had witnessed by then (inclusive); null: all.</param>
    public RegisterRows Rows(DateTimeOffset? knownAt = null) => Register(knownAt, null, everyVersion: false);

    /// <summary>The latest version of every row of one case or partnership, with its partnership and the contacts that may hold for it.</summary>
    public RegisterRows RowsOf(string reference, DateTimeOffset? knownAt = null) => Register(knownAt, reference, everyVersion: false);

    /// <summary>Every version of every row, ordered by key and then as they came.</summary>
    public IEnumerable<RegisterRows> History()
    {
        yield return Register(null, null, everyVersion: true);
    }

    /// <summary>Who wrote the version of a row that counts; null where another system did, or nobody.</summary>
    public string? AuthorOf(AuthoredRow row, string key) => Guarded(() => AuthorReading.Of(connection, row, key));

    /// <summary>Case files by reference: the reviews, then the partnerships that have events of their own. <see cref="Unreadable"/> is complete at the end.</summary>
    public IEnumerable<CaseFile> CaseFiles(DateTimeOffset? knownAt = null) => ReadCaseFiles(null, knownAt);

    /// <summary>As the other, of these cases and partnerships only; one that the register does not have is left out.</summary>
    public IEnumerable<CaseFile> CaseFiles(IReadOnlyCollection<string> references, DateTimeOffset? knownAt = null) =>
        ReadCaseFiles(JsonSerializer.Serialize(references), knownAt);

    /// <summary>Who holds which role; ended ones too.</summary>
    public IReadOnlyList<ContactRow> Contacts(DateTimeOffset? knownAt = null) => Guarded(() =>
        new RegisterReading(connection, Moments.Until(knownAt), null, everyVersion: false).Contacts());

    /// <summary>The last assessment that was stored; null where there is none.</summary>
    public StoredAssessment? LatestAssessment(string reference) => Guarded(() => AssessmentReading.Latest(connection, reference));

    /// <summary>Which rulebook is in force, and what waits to come into force; while a writer is open, with what it has written.</summary>
    public RulebookStanding Rulebooks() => Guarded(() =>
    {
        using var snapshot = Look();
        return RulebookStepReading.Standing(snapshot.Connection);
    });

    /// <summary>The rulebooks that ever assessed a case or were proposed, in the order in which they first were.</summary>
    public IReadOnlyList<StoredRulebook> StoredRulebooks() => Guarded(() => AssessmentReading.Rulebooks(connection));

    /// <summary>The files of a stored rulebook by path; empty where there is none of that hash.</summary>
    public IReadOnlyList<(string Path, string Text)> RulebookFiles(string hash) =>
        Guarded(() => AssessmentReading.RulebookFiles(connection, hash));

    /// <summary>What the next sweep has to look at. <see cref="LedgerWriter.Journal"/> takes for seen what is there now.</summary>
    public SweepState ReadSweepState() => Guarded(() =>
    {
        using var snapshot = Look();
        (var state, marks) = SweepReading.Read(snapshot.Connection);
        return state;
    });

    /// <summary>Notices with what became of them, by subject.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PlannedNotice>> PlannedNotices(IReadOnlyCollection<string>? references = null) =>
        Guarded(() => NoticeReading.Planned(connection, references));

    /// <summary>Notices that wait for a mail: no delivery carries them, and their ground was not withdrawn. Those whose kind begins so, and those of this step, are left out.</summary>
    public IReadOnlyList<PlannedNotice> NoticesWithoutMail(string exceptKinds, string? exceptStep = null) =>
        Guarded(() => NoticeReading.WithoutMail(connection, exceptKinds, exceptStep));

    /// <summary>Deliveries as they were planned, with their latest state.</summary>
    public IReadOnlyList<DeliveryRow> Deliveries(DeliveryFilter filter) => Guarded(() => DeliveryReading.Read(connection, filter));

    /// <summary>Those of these that there are, as they were planned, with their latest state.</summary>
    public IReadOnlyList<DeliveryRow> Deliveries(IReadOnlyCollection<string> ids) => Guarded(() => DeliveryReading.Read(connection, ids));

    /// <summary>What became so far of the deliveries whose latest state is one of these.</summary>
    public IReadOnlyList<DeliveryHistory> HistoriesIn(params IReadOnlyCollection<string> states) => Guarded(() => DeliveryHistoryReading.In(connection, states));

    /// <summary>As <see cref="HistoriesIn"/>, of those alone of which something was recorded since then (inclusive).</summary>
    public IReadOnlyList<DeliveryHistory> HistoriesSince(string state, DateTimeOffset since) => Guarded(() => DeliveryHistoryReading.Since(connection, state, since));

    /// <summary>What became so far of these deliveries.</summary>
    public IReadOnlyList<DeliveryHistory> HistoriesOf(IReadOnlyCollection<string> ids) => Guarded(() => DeliveryHistoryReading.Of(connection, ids));

    /// <summary>One delivery; null where there is none.</summary>
    public DeliveryRow? Delivery(string id) => Guarded(() => DeliveryReading.ReadOne(connection, id));

    /// <summary>The latest version of every partnership, by id, as far as mails need it.</summary>
    public IReadOnlyList<PartnershipName> Partnerships() => Guarded(() => PostReading.Partnerships(connection));

    /// <summary>The mails of the week that were ever planned for these partnerships: the key of each, and whether a delivery carries it that was not discarded for this reason.</summary>
    public IReadOnlyDictionary<string, bool> WeeklyNotices(IReadOnlyCollection<string> partnerships, string rewritten) =>
        Guarded(() => PostReading.WeeklyNotices(connection, partnerships, rewritten));

    /// <summary>To whom a mail of this kind was planned on a day, and not discarded; in any case of letters.</summary>
    public IReadOnlySet<string> AddressesWith(string kind, DateOnly plannedOn) => Guarded(() => PostReading.AddressesWith(connection, kind, plannedOn));

    /// <summary>What these people were told, whose ground was not withdrawn, the last first; not that something no longer stands.</summary>
    public IReadOnlyList<ToldNotice> Told(IReadOnlyCollection<string> addresses) => Guarded(() => PostReading.Told(connection, addresses));

    /// <summary>Every delivery whose latest state is one of these, with what it carries.</summary>
    public IReadOnlyList<CarriedNotices> CarriedBy(params IReadOnlyCollection<string> states) => Guarded(() => PostReading.Carried(connection, states));

    /// <summary>Which of these deliveries carry a notice whose ground was withdrawn.</summary>
    public IReadOnlySet<string> WithLostGround(IReadOnlyCollection<string> deliveries) => Guarded(() => PostReading.WithLostGround(connection, deliveries));

    /// <summary>Writes all of it, as of now, into a new file.</summary>
    public void CopyTo(string file) => Guarded(() =>
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        copy.Open();
        connection.BackupDatabase(copy);
        return true;
    });

    /// <summary>How the service has been doing.</summary>
    public ServiceState ReadServiceState() => Guarded(() =>
    {
        using var snapshot = Look();
        return ServiceReading.State(snapshot.Connection);
    });

    /// <summary>The last sweep that finished; null: none has.</summary>
    public LastSweep? LastSweep() => Guarded(() => ServiceReading.LastSweep(connection));

    /// <summary>The last mail to the operator about the same trouble; null where there was none.</summary>
    public OperatorMailRow? LastOperatorMail(string kind, string about) => Guarded(() => ServiceReading.LastMail(connection, kind, about));

    /// <summary>What became of something that was handed in; null: it was not taken yet.</summary>
    public IntakeRow? Intake(string unit) => Guarded(() => IntakeReading.Of(connection, unit));

    /// <summary>What was handed in since then (inclusive) and refused, at least in part, in the order in which it was.</summary>
    public IReadOnlyList<IntakeRow> RefusedIntakes(DateTimeOffset since) => Guarded(() => IntakeReading.Refused(connection, since));

    /// <summary>Where each partnership's chain ends.</summary>
    public IReadOnlyList<ChainHead> Heads() => Guarded(() => Verification.Heads(connection));

    /// <summary>Looks for damage, changed scripts, and anything in the trail or its rows that is not as it was written: each problem in words.</summary>
    /// <param name="recorded">Heads that were noted elsewhere (in a mail), to be found in the chains.</param>
    public VerifyReport Verify(IReadOnlyList<ChainHead>? recorded = null) => Guarded(() =>
    {
        using var snapshot = Look();
        return Verification.Verify(snapshot.Connection, options.Scripts, recorded ?? []);
    });

    /// <summary>Throws <see cref="LedgerException"/>, saying what to do, unless the file can be written now.</summary>
    public void RequireWritable() => RegisterFile.OpenToWrite(Path, create: false, options.Patience).Dispose();

    /// <summary>A quick look through the whole file for damage; false: there is some. <see cref="Verify"/> says which.</summary>
    public bool IsSound() => Guarded(() => Verification.IsSound(connection));

    internal static LedgerDatabase Open(string path, OpenMode mode, TimeProvider clock, OpenOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = System.IO.Path.GetFullPath(path);
        var (connection, backup) = Opening.Open(full, mode, clock, options);
        return new LedgerDatabase(connection, full, mode, clock, options) { Backup = backup };
    }

    private RegisterRows Register(DateTimeOffset? knownAt, string? only, bool everyVersion) => Guarded(() =>
    {
        using var snapshot = Look();
        return new RegisterReading(snapshot.Connection, Moments.Until(knownAt), only, everyVersion).Read();
    });

    private IEnumerable<CaseFile> ReadCaseFiles(string? references, DateTimeOffset? knownAt)
    {
        unreadable = [];
        using var snapshot = Guarded(Look);
        using var files = new CaseFileReading(snapshot.Connection, Moments.Until(knownAt), references, unreadable).Read().GetEnumerator();
        while (Guarded(files.MoveNext))
        {
            yield return files.Current;
        }
    }

    private Snapshot Look()
    {
        if (writing is not null)
        {
            return Snapshot.Within(connection);
        }

        var snapshot = Snapshot.Of(Path, options.Patience);
        if (readsClaimedTimes)
        {
            ClaimedTimes.Lay(snapshot.Connection);
        }

        return snapshot;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.Of(error, Path) ?? SqliteFaults.Unreadable(Path, error.Message, error);
        }
    }
}
