using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>Looks after the service's own health when nobody asks: logs what changes, and tells the operator what only a person can mend.</summary>
internal sealed class HealthWatch(HealthDesk desk, ServeState state, Func<OperatorNews?> deliveries, Telling telling, ILogger log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    // What only a person can mend, so that it is told of before the service does its work no longer.
    private static readonly string[] Early = ["disk"];

    // Where nothing could be looked up there is nothing to tell but that, which the log has.
    private const string NothingKnown = "facts";

    // A sweep that fails is told of at once, by what it fails of.
    private static readonly string[] OfAFailure = ["sweep", "clock", "rules"];

    private string? _last;

    /// <summary>One look.</summary>
    public async Task Look(CancellationToken stop)
    {
        var report = await desk.Report(stop);
        var bad = report.Findings.Where(finding => finding.Level != HealthLevel.Ok).ToList();
        var summary = string.Join(", ", bad.Select(finding => $"{finding.Name} {Words(finding.Level)}"));
        if (summary != _last)
        {
            log.HealthChanged(Words(report.Level), summary.Length == 0 ? "nothing" : summary);
            _last = summary;
        }

        var now = state.Now;
        var isFailing = now.Sweep?.FailedInARow > 0;
        foreach (var finding in bad
            .Where(finding => (finding.Level == HealthLevel.Unhealthy && finding.Name != NothingKnown) || Early.Contains(finding.Name))
            .Where(finding => !(isFailing && OfAFailure.Contains(finding.Name)) && !IsEarly(finding.Name, now)))
        {
            telling.Tell(new OperatorNews(finding.Name, "health", $"{finding.Name}: {Words(finding.Level)}", finding.Detail));
        }

        if (bad.Any(finding => finding.Name == "deliveries") && deliveries() is { } news)
        {
            telling.Tell(news);
        }
    }

    /// <summary>A sweep that is overdue and mails that wait are what a service finds that was away: its first round settles them by itself.</summary>
    private static bool IsEarly(string name, Standing now) => name switch
    {
        HealthFindings.Names.Sweep => now.LookedAt is null,
        HealthFindings.Names.Outbox => now.Post is null,
        _ => false,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Whoever looks after the work must not end it.
                log.HealthNotKnown(Crash.Line(error));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static string Words(HealthLevel level) => level switch
    {
        HealthLevel.Ok => "ok",
        HealthLevel.Degraded => "degraded",
        _ => "unhealthy",
    };
}
