using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.AspNetCore.Builder;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>The service that is left alone: what its rounds rest on, and its life from the first sweep to the stop.</summary>
internal sealed class UnattendedService
{
    private readonly Invocation _invocation;
    private readonly ServiceSettings _settings;
    private readonly Act _act;
    private readonly Timetable _timetable;
    private readonly ServeState _state;

    public UnattendedService(Invocation invocation, ServiceSettings settings, Act act)
    {
        (_invocation, _settings, _act) = (invocation, settings, act);
        _timetable = new Timetable(new SweepSchedule(settings.Serve.SweepAt), new SweepSchedule(settings.Serve.FullSweepAt));
        _state = new ServeState(invocation.Clock.GetUtcNow());
    }

    /// <summary>How it stands.</summary>
    public ServeState State => _state;

    /// <summary>The rules as they are now. Throws <see cref="RulesException"/> with every mistake.</summary>
    public RulesNow ReadRules()
    {
        var folder = _settings.Rules.Path;
        var compiled = CompiledRulebook.Compile(RulesFolder.Read(folder));
        return new RulesNow(compiled, [.. RulesFolder.Files(folder).Select(file => (file.Path, Encoding.UTF8.GetString(file.Bytes.Span)))]);
    }

    /// <summary>Runs until the process is asked to end; the exit code is told then.</summary>
    public async Task<int> Run()
    {
        var sweeps = new SweepRound(new RoundOptions(_settings.Ledger.Path, _act, _settings.From, ReadRules, _timetable, Swept), _state, _invocation.Clock);
        var post = new PostRound(Drain, Posted, _state, _invocation.Clock);
        await using var app = ServeHost.Build(_invocation, _settings, _state, sweeps, post);
        await Start(app);
        var next = _timetable.Next(_invocation.Clock.GetUtcNow());
        _invocation.Say($"dhr: looks after {_settings.Ledger.Path}; says how it is at {app.Urls.First()}; sweeps now, and next {Shown(next)}. Ctrl-C ends it.");

        // The host stops by itself only where a part of it failed that nothing else would notice.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var asked = _invocation.Stop.Register(() => ended.TrySetResult());
        using var broken = app.Lifetime.ApplicationStopping.Register(() => ended.TrySetResult());
        await ended.Task;
        await app.StopAsync(CancellationToken.None);
        return _invocation.Stop.IsCancellationRequested ? ExitCode.Done : ExitCode.Fault;
    }

    private async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (IOException error)
        {
            throw new SettingsException([new SettingFault("Serve:Health", _settings.Serve.Health, $"an address that is free and that this user may listen on ({error.Message})")]);
        }
    }

    private async Task<DrainReport> Drain(CancellationToken stop)
    {
        using var ledger = LedgerDatabase.Open(_settings.Ledger.Path, OpenMode.Write, _invocation.Clock);
        using var transport = Transports.Of(_settings, _invocation.Clock);
        return await new Drain(ledger, transport, DrainLimits.Of(_settings.Post), _invocation.Clock).Run(_act, stop);
    }

    private void Swept(SweepAttempt attempt)
    {
        if (attempt.Failure is { } error)
        {
            _invocation.Complain($"dhr: a sweep failed and will be tried again: {error.Message}");
        }
    }

    private void Posted(PostAttempt attempt)
    {
        if (attempt.Failure is { } error)
        {
            _invocation.Complain($"dhr: {error.Message} What waits is tried again.");
        }
    }

    private static string Shown(DateTimeOffset? moment) => moment is { } next
        ? FormattableString.Invariant($"{TimeZoneInfo.ConvertTime(next, Instants.London):yyyy-MM-dd HH:mm} in London")
        : "never: no schedule has another day";
}
