using DhrCompliance.Benchmarks.Synthetic;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Post;
using DhrCompliance.Service.Tests.Post.Smtp;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The service as a process of its own: what it does when it is asked to end, and beside other processes.</summary>
public sealed class ServeProcessTests : IDisposable
{
    // The process gives itself four and a half seconds; the rest is for a machine that is busy.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private static readonly TimeProvider Real = RunningClock.Instance;

    private readonly TestProgram _program = new();

    public ServeProcessTests() => _program.Environment["DHR_Serve__Health"] = "http://127.0.0.1:0";

    public void Dispose() => _program.Dispose();

    [SkippableFact]
    public async Task Asked_to_end_in_the_middle_of_a_sweep_it_ends_soon_and_nothing_is_half_written()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of POSIX.");
        Fill(1000);
        using var service = new ProgramProcess(_program, "serve");
        await Until(IsWritten);

        var (code, took) = await service.Signal("TERM");
        var told = await service.Told();
        code.ShouldBe(ExitCode.Done, told);
        took.ShouldBeLessThan(LongestStop);
        _program.Ask("SELECT (SELECT count(*) FROM sweeps) || ' ' || (SELECT count(*) FROM assessments) || ' ' || (SELECT count(*) FROM deliveries)").ShouldBe("0 0 0", told);
        _program.Run("ledger", "verify").Code.ShouldBe(ExitCode.Done);
    }

    [SkippableTheory]
    [InlineData("TERM", ExitCode.Done)]
    [InlineData("INT", ExitCode.Interrupted)]
    public async Task Asked_to_end_in_the_middle_of_a_mail_it_ends_soon_and_says_that_the_mail_is_in_doubt(string signal, int code)
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of POSIX.");
        using var server = new ScriptedServer(moment => moment.Verb == "DOT" ? Reaction.KeepAndHang : null);
        Mail();
        _program.Environment["DHR_Post__Transport"] = "smtp";
        _program.Environment["DHR_Post__Host"] = "127.0.0.1";
        _program.Environment["DHR_Post__Port"] = $"{server.Port}";
        _program.Environment["DHR_Post__Security"] = "none";
        using var service = new ProgramProcess(_program, "serve");
        await Until(() => server.Accepted.Count > 0);

        var ended = await service.Signal(signal);
        ended.Code.ShouldBe(code, await service.Told());
        ended.Took.ShouldBeLessThan(LongestStop);
        States().ShouldBe("unknown");
    }

    [SkippableFact]
    public async Task Beside_it_other_processes_run_import_and_record()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of POSIX.");
        Review();
        _program.Environment["DHR_Serve__SweepAt"] = "* * * * * ?";
        using var service = new ProgramProcess(_program, "serve");
        await Until(() => _program.Ask("SELECT count(*) FROM sweeps") != "0");
        for (var round = 0; round < 3; round++)
        {
            _program.Write("more/cases.csv", $"reference,partnership,kept-since\nBOR-2026-1{round},borough,\n");
            using var import = new ProgramProcess(_program, "import", "more");
            using var run = new ProgramProcess(_program, "run");
            using var record = new ProgramProcess(_program, "event", "add", "BOR-2026-01", "home-office-informed", $"2026-09-0{2 + round}");
            (await import.End()).ShouldBe(ExitCode.Done, await import.Told());
            (await run.End()).ShouldBe(ExitCode.Done, await run.Told());
            (await record.End()).ShouldBe(ExitCode.Done, await record.Told());
        }

        await Until(() => _program.Ask("SELECT count(*) FROM to_sweep") == "0");
        (await service.Signal("TERM")).Code.ShouldBe(ExitCode.Done, await service.Told());
        _program.Ask("SELECT count(*) FROM sweep_failures").ShouldBe("0");
        _program.Ask("SELECT count(DISTINCT reference) FROM assessments WHERE reference LIKE 'BOR-%'").ShouldBe("4");
        _program.Run("ledger", "verify").Code.ShouldBe(ExitCode.Done);
    }

    [SkippableFact]
    public async Task Killed_it_lets_go_of_the_register()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of POSIX.");
        using (var killed = new ProgramProcess(_program, "serve"))
        {
            await Until(() => File.Exists(_program.Path("data/register.db")) && _program.Ask("SELECT count(*) FROM sqlite_master WHERE name = 'sweeps'") == "1" && _program.Ask("SELECT count(*) FROM sweeps") == "1");
            var second = _program.Run("serve");
            second.Code.ShouldBe(ExitCode.Ledger);
            second.Errors.ShouldContain($"process {killed.Id} on ");
            await killed.Signal("KILL");
        }

        using var next = new ProgramProcess(_program, "serve");
        await Until(() => _program.Ask("SELECT count(*) FROM sweeps") == "2");
        (await next.Signal("TERM")).Code.ShouldBe(ExitCode.Done, await next.Told());
    }

    private static async Task Until(Func<bool> isSo)
    {
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(1), Real);
        while (!isSo())
        {
            hang.IsCancellationRequested.ShouldBeFalse("the service does not get on");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Real);
        }
    }

    private string? States() => _program.Ask("SELECT group_concat(state) FROM delivery_states s WHERE delivery = '0123456789abcdef01234567' AND row = (SELECT max(row) FROM delivery_states WHERE delivery = s.delivery)");

    /// <summary>Whether somebody writes to the register just now.</summary>
    private bool IsWritten()
    {
        using var connection = new SqliteConnection($"Data Source={_program.Path("data/register.db")};Pooling=False;Default Timeout=1");
        connection.Open();

        // Past the driver, which would wait.
        return raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE; ROLLBACK;") == raw.SQLITE_BUSY;
    }

    private void Fill(int cases)
    {
        Directory.CreateDirectory(_program.Path("data"));
        using var ledger = LedgerDatabase.Open(_program.Path("data/register.db"), OpenMode.Create, Real);
        SyntheticRegister.Fill(ledger, SyntheticRegister.Make(cases, 1, new DateOnly(2026, 11, 20)));
    }

    /// <summary>A mail that waits, whatever day it is.</summary>
    private void Mail()
    {
        Fill(1);
        using var ledger = LedgerDatabase.Open(_program.Path("data/register.db"), OpenMode.Write, Real);
        using var writer = ledger.Write(new Act("test", "tester", "here", "1"));
        writer.AppendDelivery(Deliveries.One() with { Notices = [] });
        writer.Commit();
    }

    private void Review()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\n");
        _program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-team,team@example.org,,\n");
        _program.Write("in/cases.csv", "reference,partnership,kept-since\nBOR-2026-01,borough,\n");
        _program.Write("in/events.csv", "id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,BOR-2026-01,,notified,2026-09-01,,,,\n");
        _program.Run("import", "in").Code.ShouldBe(ExitCode.Done);
    }
}
