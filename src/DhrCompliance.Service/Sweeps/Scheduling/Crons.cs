using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>The jobs and the crons of the settings, as Quartz has them.</summary>
public static class Crons
{
    private static readonly TriggerKey Sweep = new(nameof(ServeSettings.SweepAt));
    private static readonly TriggerKey FullSweep = new(nameof(ServeSettings.FullSweepAt));
    private static readonly TriggerKey Post = new(nameof(ServeSettings.PostAt));

    /// <summary>Adds a scheduler that begins with the host, and at its stop tells its jobs to stop and waits for them.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, ServeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<SweepJob>(job => job.WithIdentity(SweepJob.Key).StoreDurably());
            quartz.AddJob<PostJob>(job => job.WithIdentity(PostJob.Key).StoreDurably());
            quartz.At(settings.SweepAt, Sweep, SweepJob.Key);
            quartz.At(settings.FullSweepAt, FullSweep, SweepJob.Key);
            quartz.At(settings.PostAt, Post, PostJob.Key);
        });
        services.Configure<QuartzSchedulerOptions>(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services.AddHostedService<Pulse>();
    }

    /// <summary>A trigger waits for the time that it worked out when it last fired; after the clock was set back that is too late.</summary>
    internal static async Task Again(IScheduler scheduler, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var key in new[] { Sweep, FullSweep, Post })
        {
            if (await scheduler.GetTrigger(key, stop) is { } trigger)
            {
                await scheduler.RescheduleJob(key, trigger.GetTriggerBuilder().StartAt(now).Build(), stop);
            }
        }
    }

    // One that was missed fires once, at once: what is due then is found by asking.
    private static void At(this IQuartzBuilder quartz, string cron, TriggerKey key, JobKey job) => quartz.AddTrigger<IJob>(trigger => trigger
        .WithIdentity(key)
        .ForJob(job)
        .WithCronSchedule(cron, schedule => schedule.InTimeZone(Instants.London).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
}
