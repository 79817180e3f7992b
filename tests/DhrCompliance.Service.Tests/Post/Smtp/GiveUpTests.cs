using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The service is stopped while a mail is on its way.</summary>
public sealed class GiveUpTests
{
    [Theory]
    [InlineData("CONNECT", false)]
    [InlineData("EHLO", false)]
    [InlineData("STARTTLS", true)]
    [InlineData("TLS", true)]
    [InlineData("MAIL", false)]
    [InlineData("RCPT", true)]
    [InlineData("DATA", false)]
    public async Task A_mail_that_was_not_handed_over_waits_for_the_next_time(string verb, bool secure)
    {
        using var server = new ScriptedServer(at => at.Verb == verb ? Reaction.Hang : null) { Certificate = secure ? TestTrust.Authority.Good() : null };

        (await GiveUpAt(server, verb, secure)).Outcome.ShouldBe(HandoverOutcome.Unreachable);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_that_was_handed_over_and_not_answered_for_is_unknown(bool secure)
    {
        using var server = new ScriptedServer(at => at.Verb == "DOT" ? Reaction.KeepAndHang : null) { Certificate = secure ? TestTrust.Authority.Good() : null };

        (await GiveUpAt(server, "DOT", secure)).Outcome.ShouldBe(HandoverOutcome.Unknown);
    }

    [SkippableFact]
    public async Task A_mail_that_waits_for_a_connection_waits_for_the_next_time()
    {
        using var port = await SilentPort.Open();
        using var transport = Smtp.Plain(port.Number, seconds: 600);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300), RunningClock.Instance);

        var told = await transport.Send(Deliveries.One(), Smtp.Now, stop.Token).WaitAsync(TimeSpan.FromSeconds(30), RunningClock.Instance);

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        await Should.ThrowAsync<OperationCanceledException>(() => transport.Open(stop.Token));
    }

    [Fact]
    public async Task A_mail_that_was_never_begun_is_not_begun()
    {
        using var server = new ScriptedServer();
        using var transport = Smtp.Plain(server.Port);

        var told = await transport.Send(Deliveries.One(), Smtp.Now, new CancellationToken(canceled: true));

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        server.Said.ShouldNotContain("1 MAIL");
    }

    private static async Task<Handover> GiveUpAt(ScriptedServer server, string verb, bool secure)
    {
        using var transport = secure ? Smtp.Secure(server.Port) : Smtp.Plain(server.Port);
        using var stop = new CancellationTokenSource();
        var sending = transport.Send(Deliveries.One(), Smtp.Now, stop.Token);
        while (!server.Said.Any(said => said.EndsWith(verb, StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), RunningClock.Instance);
        }

        await stop.CancelAsync();
        return await sending.WaitAsync(TimeSpan.FromSeconds(20), RunningClock.Instance);
    }
}
