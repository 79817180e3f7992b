using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>Nothing is said in the clear that is not meant to be, and no server is believed that cannot show who it is.</summary>
public sealed class EncryptionTests
{
    [Fact]
    public async Task A_mail_goes_out_encrypted_and_logged_in()
    {
        using var server = new ScriptedServer { Certificate = TestTrust.Authority.Good(), Login = ("dhr@example.org", "pass“word”") };
        using var transport = Smtp.Secure(server.Port, "dhr@example.org", "pass“word”");

        await transport.Open(CancellationToken.None);
        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        (await transport.Send("000000000000000000000002")).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Accepted.Count.ShouldBe(2);
        server.Connections.ShouldBe(2); // the one that asks, and the one that carries
        server.Said.Count(said => said.EndsWith("MAIL", StringComparison.Ordinal)).ShouldBe(3);
        server.Said.ShouldNotContain("1 RCPT");
    }

    [Fact]
    public Task No_encryption_is_offered() =>
        Refuses(new ScriptedServer(), "offers no encryption (STARTTLS)", "Post:Security");

    [Fact]
    public Task Encryption_is_refused() =>
        Refuses(new ScriptedServer(at => at.Verb == "STARTTLS" ? Reaction.Say("454 4.7.0 TLS not available") : null) { Certificate = TestTrust.Authority.Good() }, "454 4.7.0 TLS not available");

    [Fact]
    public Task The_handshake_breaks_off() =>
        Refuses(new ScriptedServer(at => at.Verb == "TLS" ? Reaction.Drop : null) { Certificate = TestTrust.Authority.Good() }, "the encryption");

    [Fact]
    public Task The_handshake_is_nonsense() =>
        Refuses(new ScriptedServer(at => at.Verb == "TLS" ? Reaction.SayAndDrop("no TLS at all here") : null) { Certificate = TestTrust.Authority.Good() }, "encryption");

    [Fact]
    public Task The_handshake_hangs() =>
        Refuses(new ScriptedServer(at => at.Verb == "TLS" ? Reaction.Hang : null) { Certificate = TestTrust.Authority.Good() }, "did not answer the encryption in time");

    [Fact]
    public Task The_certificate_is_expired() =>
        Refuses(new ScriptedServer { Certificate = TestTrust.Authority.Expired() }, "is not valid today");

    [Fact]
    public Task The_certificate_is_for_another_host() =>
        Refuses(new ScriptedServer { Certificate = TestTrust.Authority.ForAnotherHost() }, "CN=elsewhere.example", "Post:Host");

    [Fact]
    public async Task The_certificate_is_signed_by_nobody_known()
    {
        using var stranger = new TestAuthority(RunningClock.Instance.GetUtcNow(), "A stranger");
        await Refuses(new ScriptedServer { Certificate = stranger.Good() }, "no authority that this machine trusts");
    }

    [Fact]
    public Task The_password_is_wrong() =>
        Refuses(new ScriptedServer { Certificate = TestTrust.Authority.Good(), Login = ("dhr@example.org", "right") }, "refuses the login: 535 5.7.8", "Post:Password");

    [Fact]
    public Task The_login_hangs() =>
        Refuses(new ScriptedServer(at => at.Verb == "PASSWORD" ? Reaction.Hang : null) { Certificate = TestTrust.Authority.Good(), Login = ("dhr@example.org", "right") }, "did not answer the login in time");

    [Fact]
    public async Task Another_authority_of_the_same_name_is_not_the_one_that_is_trusted()
    {
        using var stranger = new TestAuthority(RunningClock.Instance.GetUtcNow());
        await Refuses(new ScriptedServer { Certificate = stranger.Good() }, "no authority that this machine trusts");
    }

    [Fact]
    public async Task No_login_is_offered()
    {
        using var server = new ScriptedServer { Certificate = TestTrust.Authority.Good() };
        using var transport = Smtp.Secure(server.Port, "dhr@example.org", "secret");

        var refused = (await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None))).Message;

        refused.ShouldContain("offers no login by name and password (AUTH LOGIN), but none at all");
        refused.ShouldContain("Post:User");
    }

    [Fact]
    public async Task After_a_refused_login_nothing_is_sent_although_the_server_would_take_it_from_a_stranger()
    {
        using var server = new ScriptedServer(at => at.Verb switch
        {
            "MAIL" => Reaction.Say("250 2.1.0 Ok, whoever you are"),
            _ => null,
        })
        { Certificate = TestTrust.Authority.Good(), Login = ("dhr@example.org", "right") };
        using var transport = Smtp.Secure(server.Port, "dhr@example.org", "wrong");

        (await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None))).Message.ShouldContain("535 5.7.8");
        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Unreachable);
        server.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_login_that_is_wanted_in_mid_session_is_no_fault_of_the_mail()
    {
        using var server = new ScriptedServer(at => at is { Verb: "MAIL", Times: 0 } ? Reaction.Say("530 5.7.57 Client not authenticated") : null) { Certificate = TestTrust.Authority.Good() };
        using var transport = Smtp.Secure(server.Port);

        var told = await transport.Send("000000000000000000000001");

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        told.Answer.ShouldContain("530 5.7.57 Client not authenticated");
    }

    private static async Task Refuses(ScriptedServer server, params string[] words)
    {
        using (server)
        using (var transport = Smtp.Secure(server.Port, "dhr@example.org", "wrong and secret", seconds: words[0].EndsWith("in time", StringComparison.Ordinal) ? 3 : 30))
        {
            var refused = (await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None))).Message;
            var told = await transport.Send("000000000000000000000001");

            told.Outcome.ShouldBe(HandoverOutcome.Unreachable, told.Answer);
            words.ShouldAllBe(word => refused.Contains(word, StringComparison.Ordinal), refused);
            words.ShouldAllBe(word => told.Answer.Contains(word, StringComparison.Ordinal), told.Answer);
            refused.ShouldNotContain("wrong and secret");
            refused.ShouldNotContain("dhr@example.org");
            server.Accepted.ShouldBeEmpty();
        }
    }
}
