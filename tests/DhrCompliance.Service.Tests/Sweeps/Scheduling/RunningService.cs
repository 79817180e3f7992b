using System.Globalization;
using Dapper;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Commands.Serving;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;
using DhrCompliance.Service.Tests.Commands;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Post.Smtp;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Sweeps.Scheduling;

/// <summary>The whole service on a clock of the test's: its scheduler, its jobs and its port, in a folder where the program can be called beside it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    /// <summary>A schedule that no test comes to.</summary>
    public const string Never = "0 0 0 1 1 ? 2098";

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private static readonly TimeProvider Real = new RunningClock();

    private readonly StringWriter _said = new();
    private readonly StringWriter _complained = new();
    private CancellationTokenSource? _stop;
    private UnattendedService? _service;
    private Task<int>? _running;

    public RunningService(string now, string sweepAt = "0 30 6 * * ?", string postAt = Never, string fullSweepAt = Never)
    {
        Clock = new SteppedClock(At(now));
        Program.Environment["DHR_Serve__Health"] = "http://127.0.0.1:0";
        Program.Environment["DHR_Serve__SweepAt"] = sweepAt;
        Program.Environment["DHR_Serve__FullSweepAt"] = fullSweepAt;
        Program.Environment["DHR_Serve__PostAt"] = postAt;
    }

    public TestProgram Program { get; } = new();

    public SteppedClock Clock { get; }

    /// <summary>What it logged and complained of.</summary>
    public string Told => $"{_said}{_complained}";

    public Standing Now => _service!.State.Now;

    /// <summary>Every finished sweep: its day, and the moment at which it began.</summary>
    public IReadOnlyList<(string Day, string At)> Sweeps
    {
        get
        {
            using var connection = new SqliteConnection($"Data Source={Program.Path("data/register.db")};Pooling=False");
            return [.. connection.Query<(string, string)>("SELECT s.day, a.at FROM sweeps s JOIN acts a ON a.id = s.act ORDER BY s.row").Select(row => (row.Item1, row.Item2[..16] + "Z"))];
        }
    }

    /// <summary>The subject of every mail that went out.</summary>
    public IReadOnlyList<string> Mails => !Directory.Exists(Program.Path("data/outbox")) ? [] :
    [
        .. Directory.EnumerateFiles(Program.Path("data/outbox"), "*.eml").Select(file => File.ReadAllText(file).ReplaceLineEndings("\n")
            .Replace("\n ", " ", StringComparison.Ordinal).Split('\n').Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A review of which is known that it was notified on a day in September 2026, and who is to be told.</summary>
    public RunningService WithReview()
    {
        Program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\n");
        Program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-team,team@example.org,,\n");
        Program.Write("in/cases.csv", "reference,partnership,kept-since\nBOR-2026-01,borough,\n");
        Program.Write("in/events.csv", "id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,BOR-2026-01,,notified,2026-09-01,,,,\n");
        Program.Run("import", "in").Code.ShouldBe(0);
        return this;
    }

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Starts, and waits for the sweep at the start.</summary>
    public async Task Start()
    {
        var surroundings = new Surroundings(Program.Environment, Program.Folder, PathsAlone.Folder);
        var settings = SettingsReader.Read(new SettingOptions(), surroundings, SweepSchedule.IsCron);
        _stop = new CancellationTokenSource();
        var invocation = new Invocation(_said, _complained, surroundings, Clock, "tester", "bench") { Stop = _stop.Token };
        LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Create, Clock).Dispose();
        _service = new UnattendedService(invocation, settings, new Act("serve", "tester", "bench", "1"));
        _running = Task.Run(_service.Run);
        await Until(() => Now.Sweep is not null);
    }

    public async Task<int> Stop()
    {
        await _stop!.CancelAsync();
        return await _running!.WaitAsync(Hang);
    }

    /// <summary>Lets time pass, in steps that the service follows.</summary>
    public async Task Step(TimeSpan by, TimeSpan? each = null)
    {
        var step = each ?? TimeSpan.FromMinutes(1);
        for (var passed = TimeSpan.Zero; passed < by; passed += step)
        {
            Clock.Step(step);
            await Until(() => Now.LookedAt == Clock.Now);
        }
    }

    /// <summary>As <see cref="Step"/>, until the clock shows a moment.</summary>
    public Task StepTo(string moment, TimeSpan? each = null) => Step(At(moment) - Clock.Now, each);

    public async Task Until(Func<bool> isSo)
    {
        using var hang = new CancellationTokenSource(Hang, Real);
        while (!isSo())
        {
            if (_running is { IsFaulted: true })
            {
                await _running;
            }

            hang.IsCancellationRequested.ShouldBeFalse($"the service does not get on; it complained: {_complained}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), Real);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is { IsCompleted: false })
        {
            await Stop();
        }

        _stop?.Dispose();
        Program.Dispose();
    }
}
