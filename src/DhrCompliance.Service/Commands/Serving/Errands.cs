using System.Threading.Channels;
using DhrCompliance.Service.Commands.Serving.Logs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>What is done beside the work, one after the other, so that the work waits for none of it: mails to the operator, the ping.</summary>
internal sealed class Errands(ILogger log) : BackgroundService
{
    // What finds no place is tried again with its next occasion.
    private const int Most = 32;

    private readonly Channel<Func<CancellationToken, Task>> _waiting = Channel.CreateBounded<Func<CancellationToken, Task>>(
        new BoundedChannelOptions(Most) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has it done soon. One that fails is logged and forgotten: the service goes on.</summary>
    public void Do(Func<CancellationToken, Task> errand) => _waiting.Writer.TryWrite(errand);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var errand in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await errand(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.ErrandFailed(Crash.Line(error));
            }
        }
    }
}
