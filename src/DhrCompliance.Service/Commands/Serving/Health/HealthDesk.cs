using DhrCompliance.Service.Operations.Health;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>
/// Answers how the service is, soon, whatever the register or a disk takes to answer: facts are looked up when somebody asks, one look at a
/// time, and where that takes long the last ones serve, whose age is told.
/// </summary>
/// <param name="gather">Looks up the facts; may take long.</param>
/// <param name="failed">Told what kept it from doing so.</param>
/// <param name="clock">The clock.</param>
internal sealed class HealthDesk(Func<HealthFacts> gather, Action<Exception> failed, TimeProvider clock)
{
    /// <summary>Facts serve for so long before they are looked up again, however many ask.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private readonly Lock _lock = new();
    private HealthFacts? _facts;
    private long _gatheredAt;
    private Task _looking = Task.CompletedTask;

    /// <summary>The report as of now, within a second.</summary>
    public async Task<HealthReport> Report(CancellationToken stop = default)
    {
        try
        {
            await Look().WaitAsync(Patience, clock, stop);
        }
        catch (TimeoutException)
        {
            // The last facts serve.
        }

        lock (_lock)
        {
            return HealthReport.Of(_facts, clock.GetUtcNow());
        }
    }

    private Task Look()
    {
        lock (_lock)
        {
            if (_looking.IsCompleted && (_facts is null || clock.GetElapsedTime(_gatheredAt) >= Fresh))
            {
                _looking = Task.Run(Gather, CancellationToken.None);
            }

            return _looking;
        }
    }

    private void Gather()
    {
        try
        {
            var facts = gather();
            lock (_lock)
            {
                (_facts, _gatheredAt) = (facts, clock.GetTimestamp());
            }
        }
        catch (Exception error)
        {
            // The last facts stand and grow old, which is told.
            failed(error);
        }
    }
}
