using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Post;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>Tells those outside, beside the work: the operator by mail, and whoever watches by a ping.</summary>
internal sealed class Telling(ILogger log, Errands errands, OperatorPost post, Ping ping)
{
    public void Tell(OperatorNews news) => Tell(news.Kind, [news]);

    /// <summary>In one mail what of it was not told.</summary>
    /// <param name="kind">The kind of them all.</param>
    /// <param name="news">What happened.</param>
    public void Tell(string kind, IReadOnlyList<OperatorNews> news) => errands.Do(async stop =>
    {
        switch (await post.Tell(news, stop))
        {
            case OperatorAnswer.Told:
                log.OperatorTold(kind);
                break;
            case OperatorAnswer.NotTold:
                log.OperatorNotTold(kind);
                break;
            default:
                break;
        }
    });

    /// <summary>What went wrong before may be news again, and whoever watches is told that all is well.</summary>
    public void SweepFinished()
    {
        post.SweepFinished();
        if (ping.IsWanted)
        {
            errands.Do(Call);
        }
    }

    private async Task Call(CancellationToken stop)
    {
        if (await ping.Send(stop) is { } trouble)
        {
            log.NotPinged(trouble);
        }
        else
        {
            log.Pinged();
        }
    }
}
