using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>Empties the outbox as far as it can be. Not for several threads at once.</summary>
/// <param name="drain">Sends what is due to be sent; throws <see cref="PostException"/> where nothing can be sent at all.</param>
/// <param name="attempted">Is told of each attempt, good or failed. Throws nothing.</param>
/// <param name="state">Is told what came of it.</param>
/// <param name="clock">The clock.</param>
public sealed class PostRound(Func<CancellationToken, Task<DrainReport>> drain, Action<PostAttempt> attempted, ServeState state, TimeProvider clock)
{
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(25);

    private readonly Pause _pause = new(clock);
    private DateTimeOffset? _downSince;
    private DateTimeOffset? _notBefore;

    /// <summary>
    /// Sends, unless it waits for a server that could not be reached: then it tries again after a pause that grows, and not before the moment that the other side named. Throws
    /// <see cref="OperationCanceledException"/> when stopped, and nothing else.
    /// </summary>
    public async Task Run(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (_pause.IsOn || IsTooEarly())
        {
            return;
        }

        var (now, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        try
        {
            var report = await drain(stop);
            _pause.Over();
            (_downSince, _notBefore) = (null, null);
            Tell(new PostAttempt(now, clock.GetElapsedTime(began), report, null, null));
        }
        catch (Exception error) when (!(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            _pause.Failed(began);
            _downSince ??= now;
            _notBefore = (error as PostException)?.NotBefore;
            Tell(new PostAttempt(now, clock.GetElapsedTime(began), (error as PostException)?.Before ?? DrainReport.Nothing, error, _downSince));
        }
    }

    /// <summary>A moment further ahead than any limit lasts was named before the clock was set back: nothing can be told from it.</summary>
    private bool IsTooEarly() => _notBefore - clock.GetUtcNow() is { } left && left > TimeSpan.Zero && left < LongestLimit;

    private void Tell(PostAttempt attempt)
    {
        state.Tell(standing => standing with { Post = attempt });
        attempted(attempt);
    }
}
