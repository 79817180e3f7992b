using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>Empties the outbox as far as it can be. Not for several threads at once.</summary>
/// <param name="drain">Sends what is due to be sent; throws <see cref="PostException"/> where nothing can be sent at all.</param>
/// <param name="state">Is told what came of it.</param>
/// <param name="clock">The clock.</param>
public sealed class PostRound(Func<CancellationToken, Task<DrainReport>> drain, ServeState state, TimeProvider clock)
{
    private readonly Pause _pause = new(clock);

    /// <summary>Sends, unless it waits for a server that could not be reached. Throws <see cref="OperationCanceledException"/> when stopped, and nothing else.</summary>
    public async Task Run(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (_pause.IsOn)
        {
            return;
        }

        var now = clock.GetUtcNow();
        try
        {
            await drain(stop);
            _pause.Over();
            state.Tell(standing => standing with { PostAt = now, PostTrouble = null, PostTroubleSince = null });
        }
        catch (Exception error) when (!(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            _pause.Failed();
            state.Tell(standing => standing with { PostAt = now, PostTrouble = error.Message, PostTroubleSince = standing.PostTroubleSince ?? now });
        }
    }
}
