namespace DhrCompliance.Service.Sweeps;

/// <summary>Works on some dozens of things while the next are read and the last are written, so that reading, deciding and writing do not wait for each other.</summary>
internal static class Ahead
{
    private const int AtOnce = 50;

    /// <summary>What the work makes of each, in their order. The work is done by one other thread at a time; things are read by the caller's.</summary>
    public static IEnumerable<TMade> Of<TThing, TMade>(IEnumerable<TThing> things, Func<TThing, TMade> work)
    {
        var running = Task.FromResult<TMade[]>([]);
        try
        {
            foreach (var some in things.Chunk(AtOnce))
            {
                var made = running.GetAwaiter().GetResult();
                running = Task.Run(() => Array.ConvertAll(some, thing => work(thing)));
                foreach (var one in made)
                {
                    yield return one;
                }
            }

            foreach (var one in running.GetAwaiter().GetResult())
            {
                yield return one;
            }
        }
        finally
        {
            // Whoever stops early may take away what the work needs.
            running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }
}
