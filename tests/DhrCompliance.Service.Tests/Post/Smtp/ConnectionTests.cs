using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>One connection for many mails, and a new one by itself where that breaks.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task Is_one_for_many_mails()
    {
        using var server = new ScriptedServer();
        using var transport = Smtp.Plain(server.Port);

        for (var i = 0; i < 20; i++)
        {
            (await transport.Send($"{i:x24}")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        }

        server.Connections.ShouldBe(1);
        server.Accepted.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Is_made_anew_where_the_server_closed_it_between_two_mails()
    {
        // As idle connections are closed: without a word, after the mail was acknowledged.
        using var server = new ScriptedServer(at => at is { Verb: "DOT", Times: 0 } ? Reaction.SayAndDrop("250 2.0.0 Queued") : null);
        using var transport = Smtp.Plain(server.Port);

        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        (await transport.Send("000000000000000000000002")).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Connections.ShouldBe(2);
        server.Accepted.Select(mail => mail.MessageId).ShouldBe(["<000000000000000000000001@example.org>", "<000000000000000000000002@example.org>"]);
    }

    [Fact]
    public async Task Is_made_anew_where_the_server_says_421_in_mid_session()
    {
        using var server = new ScriptedServer(at => at is { Connection: 1, Verb: "MAIL", Times: 1 } ? Reaction.SayAndDrop("421 4.4.2 Idle too long") : null);
        using var transport = Smtp.Plain(server.Port);

        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        (await transport.Send("000000000000000000000002")).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Connections.ShouldBe(2);
        server.Accepted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Is_not_made_anew_for_a_mail_whose_fate_is_unknown()
    {
        using var server = new ScriptedServer(at => at is { Verb: "DOT", Times: 1 } ? Reaction.KeepAndDrop : null);
        using var transport = Smtp.Plain(server.Port);

        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        (await transport.Send("000000000000000000000002")).Outcome.ShouldBe(HandoverOutcome.Unknown);
        (await transport.Send("000000000000000000000003")).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Accepted.Select(mail => mail.MessageId).ShouldBeUnique();
        server.Accepted.Count.ShouldBe(3);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task Works_again_when_the_server_comes_back()
    {
        using var server = new ScriptedServer(at => at is { Verb: "DOT", Times: 0 } ? Reaction.SayAndDrop("250 2.0.0 Queued") : null);
        using var transport = Smtp.Plain(server.Port);
        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        server.GoDown();
        (await transport.Send("000000000000000000000002")).Outcome.ShouldBe(HandoverOutcome.Unreachable);

        server.ComeUp();
        (await transport.Send("000000000000000000000002")).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Accepted.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ends_with_QUIT(bool secure)
    {
        using var server = new ScriptedServer { Certificate = secure ? TestTrust.Authority.Good() : null };
        using (var transport = secure ? Smtp.Secure(server.Port) : Smtp.Plain(server.Port))
        {
            (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        }

        for (var i = 0; i < 200 && !server.Said.Contains("1 QUIT"); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), RunningClock.Instance);
        }

        server.Said.ShouldContain("1 QUIT");
    }
}
