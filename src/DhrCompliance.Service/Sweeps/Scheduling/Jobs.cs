using Quartz;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>Asks whether a sweep is due, whatever it was triggered by, and has the post follow one that was made.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(SweepRound round) : IJob
{
    public static readonly JobKey Key = new("sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (round.Look(cancellationToken))
        {
            await context.Scheduler.TriggerJob(PostJob.Key, cancellationToken);
        }
    }
}

/// <summary>Empties the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class PostJob(PostRound round) : IJob
{
    public static readonly JobKey Key = new("post");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await round.Run(cancellationToken);
}
