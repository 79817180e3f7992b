using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Commands.Serving.Health;
using DhrCompliance.Service.Commands.Serving.Intaking;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

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

    /// <summary>Runs until the process is asked to end; the exit code is told then.</summary>
    public async Task<int> Run()
    {
        using var loggers = JsonLines.Factory(_invocation.Output);
        using var ping = new Ping(_settings.Serve.Ping);
        var log = loggers.CreateLogger(ServeLog.Category);
        await using var app = ServeHost.Build(_invocation, _settings, Parts(loggers, log, ping));
        await Start(app);
        log.Started(Invocation.Version, app.Urls.First(), Shown(_timetable.Next(_invocation.Clock.GetUtcNow())));

        // The host stops by itself only where a part of it failed that nothing else would notice.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var asked = _invocation.Stop.Register(() => ended.TrySetResult());
        using var broken = app.Lifetime.ApplicationStopping.Register(() => ended.TrySetResult());
        await ended.Task;
        log.Stopping();
        await app.StopAsync(CancellationToken.None);
        log.Stopped();
        return _invocation.Stop.IsCancellationRequested ? ExitCode.Done : ExitCode.Fault;
    }

    private ServeParts Parts(ILoggerFactory loggers, ILogger log, Ping ping)
    {
        var clock = _invocation.Clock;
        var ledger = _settings.Ledger.Path;
        var errands = new Errands(log);
        var operatorPost = new OperatorPost(
            new OperatorPostOptions(_settings.Post.Operator, _settings.From, ledger, _act, () => Transports.Of(_settings, clock)), clock);
        var telling = new Telling(log, errands, operatorPost, ping);
        var leadPost = new OperatorPost(
            new OperatorPostOptions(_settings.Adopting.PolicyLead ?? _settings.Post.Operator, _settings.From, ledger, _act, () => Transports.Of(_settings, clock)) { Closing = RulesNews.Closing }, clock);
        var rules = new RulesInForce(_settings, _act, _invocation.User);
        var round = new RulesRound(
            _settings, new RulesDesk(_settings, _act, _invocation.User, clock), rules, telling.Tell, new Telling(log, errands, leadPost, ping).Tell, log, clock);
        var intake = _settings.Intake is not { } folder ? null : new IntakeRound(_settings, folder.Path, rules, new IntakePost(PostTerms.Of(_settings.Post), To, telling.Tell, clock), _act, log, clock);
        var swept = new SweepReports(log, telling, ledger, _act, clock, new SiteErrand(new SiteRound(_settings, _invocation with { IsQuiet = true }), errands, telling, log).After);
        var posted = new PostReports(log, telling);
        var desk = new HealthDesk(
            new HealthGathering(_settings, _timetable, _state, clock, () => intake?.Standing).Gather, error => log.HealthNotKnown(Crash.Line(error)), clock);
        return new ServeParts(
            loggers,
            _state,
            new SweepRound(new RoundOptions(ledger, _act, _settings.From, rules.Source, _timetable, swept.Ended) { First = First, Terms = PostTerms.Of(_settings.Post) }, _state, clock),
            new PostRound(Drain, posted.Ended, _state, clock),
            errands,
            desk,
            new HealthWatch(desk, _state, () => DeliveryNews.Of(ledger, clock), telling, log, clock));

        void First(CancellationToken stop)
        {
            round.Look(stop);
            intake?.Look(stop);
        }

        void To(string address, OperatorNews news) => new Telling(
            log, errands, new OperatorPost(new OperatorPostOptions(address, _settings.From, ledger, _act, () => Transports.Of(_settings, clock)) { Closing = IntakePost.Closing }, clock), ping).Tell(news);
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
        return await new Drain(ledger, transport, DrainLimits.Of(_settings.Post), _invocation.Clock) { Journal = RunCommand.JournalOf(_settings) }.Run(_act, stop);
    }

    private static string Shown(DateTimeOffset? moment) => moment is { } next
        ? Instants.LondonText(next)
        : "never";
}
