using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>What is done beside the work, one after the other, so that the work waits for none of it: mails to the operator, the ping.</summary>
internal sealed class Errands : BackgroundService
{
    // What finds no place is tried again with its next occasion.
    private const int Most = 32;

    private readonly Channel<Func<CancellationToken, Task>> _waiting = Channel.CreateBounded<Func<CancellationToken, Task>>(
        new BoundedChannelOptions(Most) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has it done soon. It throws nothing but <see cref="OperationCanceledException"/> when stopped.</summary>
    public void Do(Func<CancellationToken, Task> errand) => _waiting.Writer.TryWrite(errand);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var errand in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await errand(stoppingToken);
        }
    }
}
