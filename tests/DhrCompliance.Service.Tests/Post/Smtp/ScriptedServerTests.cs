using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The server that other tests lean on: what it does of itself, and what a script makes it do.</summary>
public sealed class ScriptedServerTests
{
    [Fact]
    public async Task It_keeps_what_it_accepts_and_counts_connections()
    {
        using var server = new ScriptedServer();
        using var client = new SmtpClient("127.0.0.1", server.Port);

        await client.SendMailAsync(Mail("<one@example.org>"));
        await client.SendMailAsync(Mail("<two@example.org>"));

        server.Accepted.Select(mail => mail.MessageId).ShouldBe(["<one@example.org>", "<two@example.org>"]);
        server.Accepted[0].From.ShouldBe("dhr@example.org");
        server.Accepted[0].To.ShouldBe("team@example.org");
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_script_may_refuse_at_first_and_accept_later()
    {
        using var server = new ScriptedServer(at => at is { Verb: "RCPT", Times: 0 } ? Reaction.Say("451 4.7.1 Greylisted") : null);
        using var client = new SmtpClient("127.0.0.1", server.Port);

        (await Should.ThrowAsync<SmtpException>(() => client.SendMailAsync(Mail("<one@example.org>")))).Message.ShouldContain("Greylisted");
        server.Accepted.ShouldBeEmpty();
        await client.SendMailAsync(Mail("<one@example.org>"));

        server.Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_may_keep_a_mail_and_not_say_so()
    {
        using var server = new ScriptedServer(at => at.Verb == "DOT" ? Reaction.KeepAndDrop : null);
        using var client = new SmtpClient("127.0.0.1", server.Port);

        await Should.ThrowAsync<SmtpException>(() => client.SendMailAsync(Mail("<one@example.org>")));

        server.Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_goes_down_and_comes_up_at_the_same_port()
    {
        using var server = new ScriptedServer();
        var port = server.Port;
        server.GoDown();
        using var client = new SmtpClient("127.0.0.1", port);
        await Should.ThrowAsync<SmtpException>(() => client.SendMailAsync(Mail("<one@example.org>")));

        server.ComeUp();
        await client.SendMailAsync(Mail("<one@example.org>"));

        server.Port.ShouldBe(port);
        server.Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_speaks_tls_with_the_certificate_it_was_given_and_asks_for_the_login()
    {
        using var authority = new TestAuthority(RunningClock.Instance.GetUtcNow());
        using var server = new ScriptedServer { Certificate = authority.Good(), Login = ("dhr", "secret") };
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", server.Port);
        var plain = new LineStream(tcp.GetStream());
        (await plain.Read(default))!.ShouldStartWith("220");
        await plain.Write("EHLO test", default);
        (await Lines(plain)).ShouldContain("250 STARTTLS");
        await plain.Write("STARTTLS", default);
        (await plain.Read(default))!.ShouldStartWith("220");

        using var secure = new SslStream(tcp.GetStream());
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = new() { TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority.Root }, RevocationMode = 0 },
        });
        var lines = new LineStream(secure);
        await lines.Write("EHLO test", default);
        (await Lines(lines)).ShouldContain("250 AUTH LOGIN PLAIN");
        await lines.Write("MAIL FROM:<dhr@example.org>", default);
        (await lines.Read(default))!.ShouldStartWith("530");
        await lines.Write($"AUTH LOGIN {Base64("dhr")}", default);
        (await lines.Read(default))!.ShouldStartWith("334");
        await lines.Write(Base64("secret"), default);
        (await lines.Read(default))!.ShouldStartWith("235");

        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private static async Task<List<string>> Lines(LineStream stream)
    {
        var lines = new List<string>();
        while (lines.Count == 0 || lines[^1][3] == '-')
        {
            lines.Add((await stream.Read(default))!);
        }

        return lines;
    }

    private static MailMessage Mail(string id) => new("dhr@example.org", "team@example.org", "Overdue", "Text") { Headers = { ["Message-ID"] = id } };
}
