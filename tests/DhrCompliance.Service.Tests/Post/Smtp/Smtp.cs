using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Smtp;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The transport as tests use it: to a server on this machine.</summary>
internal static class Smtp
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Without encryption.</summary>
    public static SmtpTransport Plain(int port, int seconds = 30, int connections = 1, string? bounces = null) => new(
        new PostSettings { Transport = PostSettings.Smtp, Host = "127.0.0.1", Port = port, Security = PostSettings.None, From = Deliveries.From, Bounces = bounces, TimeLimitSeconds = seconds, Connections = connections },
        RunningClock.Instance);

    /// <summary>With encryption, trusting the tests' authority.</summary>
    public static SmtpTransport Secure(int port, string? user = null, string? password = null, int seconds = 30) => new(
        new PostSettings { Transport = PostSettings.Smtp, Host = "localhost", Port = port, User = user, Password = password, From = Deliveries.From, TimeLimitSeconds = seconds },
        RunningClock.Instance)
    {
        Trusted = [TestTrust.Authority.Root],
    };

    public static Task<Handover> Send(this SmtpTransport transport, string id, string address = "team@example.org") =>
        transport.Send(Deliveries.One(id, address), Now, CancellationToken.None);
}
