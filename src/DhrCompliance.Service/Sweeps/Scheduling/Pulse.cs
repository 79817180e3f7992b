using Microsoft.Extensions.Hosting;
using Quartz;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>
/// Has the service look at its start and then every minute that passes, whatever the clock shows. A trigger of Quartz waits for what the
/// clock shows, so one that is set back would silence it until that time comes again; this one does not wait for it, and sets the others right.
/// </summary>
public sealed class Pulse(ISchedulerFactory schedulers, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Run(stoppingToken);
        }
        catch (SchedulerException) when (stoppingToken.IsCancellationRequested)
        {
            // The scheduler stopped first.
        }
    }

    private async Task Run(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        using var timer = new PeriodicTimer(Beat, clock);
        var last = clock.GetUtcNow();
        do
        {
            var now = clock.GetUtcNow();
            if (now < last)
            {
                await Crons.Again(scheduler, now, stoppingToken);
            }

            last = now;
            await scheduler.TriggerJob(SweepJob.Key, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
