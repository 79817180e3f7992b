using System.Globalization;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Tests;
using Xunit.Abstractions;
using static DhrCompliance.Service.Tests.Post.PostOffice;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>
/// What is promised of a thousand mails to a server on the same machine, the register's part included. By themselves: the memory is the whole
/// process's, that of tests that run beside them too.
/// </summary>
[Collection(nameof(SpeedTests))]
[CollectionDefinition(nameof(SpeedTests), DisableParallelization = true)]
public sealed class SpeedTests(ITestOutputHelper output)
{
    private const int Mails = 1000;

    private const long MostGrowth = 8 << 20;

    /// <summary>What is promised holds on a machine that does nothing else; with all other tests beside it, only that it does not hang.</summary>
    private static readonly TimeSpan Promised = Properties.Full ? TimeSpan.FromSeconds(20) : TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public async Task A_thousand_mails_take_less_than_20_seconds_no_more_connections_than_configured_and_no_more_memory_than_a_few(int connections)
    {
        var early = 0L;
        var late = 0L;
        using var server = new ScriptedServer(at =>
        {
            if (at is { Verb: "DOT", Times: 200 })
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (at is { Verb: "DOT", Times: Mails - 1 })
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }

            return null;
        });
        using var post = WithMails(Mails);
        using var transport = Smtp.Plain(server.Port, connections: connections);
        var began = RunningClock.Instance.GetTimestamp();

        (await new Drain(post.Database, transport, new DrainLimits(), post.Clock) { Journal = new JournalPlace($"{post.Folder}.journal") }.Run(PostOffice.Act)).Accepted.ShouldBe(Mails);

        var took = RunningClock.Instance.GetElapsedTime(began);
        var kept = server.Accepted.Sum(mail => (long)mail.Raw.Length * sizeof(char));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{connections} connections: {took.TotalSeconds:0.0} s, {(late - early - kept) / 1024.0:0} KiB more without the mails that the test's server keeps"));
        took.ShouldBeLessThan(Promised);
        server.Connections.ShouldBeLessThanOrEqualTo(connections + 1);
        (late - early - kept).ShouldBeLessThan(MostGrowth);
    }
}
