using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>The beginning of a dialogue with a mail server: the call, the greeting, encryption, login. Each trouble is told with what to do.</summary>
/// <param name="settings">The server.</param>
/// <param name="trusted">The only authorities that are trusted, for tests; null: those of the system.</param>
internal sealed class Entrance(PostSettings settings, X509Certificate2Collection? trusted)
{
    private const int Ready = 220;
    private const int Done = 250;
    private const int LoggedIn = 235;
    private const int TellMore = 334;

    private string _step = "";

    /// <summary>A server that would be told of a mail next. Throws <see cref="PostException"/>, saying what is the matter and what to do.</summary>
    /// <param name="stop">The end of waiting.</param>
    public async Task<Session> Enter(CancellationToken stop)
    {
        // A command is one small packet, and so is the line that ends a mail: none may wait for the acknowledgement of the one before.
        var tcp = new TcpClient { NoDelay = true };
        Stream? stream = null;
        try
        {
            _step = "the call";
            await tcp.ConnectAsync(settings.Host!, settings.Port, stop).ConfigureAwait(false);
            stream = tcp.GetStream();
            _step = "the greeting";
            var server = new Replies(stream);
            Expect(Ready, await server.Next(stop).ConfigureAwait(false), "does not serve this machine", "ask its administrator to allow it");
            var offers = await Hello(server, stop).ConfigureAwait(false);
            if (settings.Security != PostSettings.None)
            {
                stream = await Encrypted(stream, server, offers, stop).ConfigureAwait(false);

                // What came unencrypted is forgotten with its reader: somebody on the way could have said it.
                server = new Replies(stream);
                offers = await Hello(server, stop).ConfigureAwait(false);
            }

            if (!string.IsNullOrEmpty(settings.User))
            {
                await LogIn(server, offers, stop).ConfigureAwait(false);
            }

            return new Session(tcp, stream, server);
        }
        catch (Exception error)
        {
            stream?.Dispose();
            tcp.Dispose();
            throw Told(error);
        }
    }

    /// <summary>Whether it takes mail from our address. Throws as <see cref="Enter"/>.</summary>
    public async Task Ask(Session session, CancellationToken stop)
    {
        try
        {
            _step = "MAIL";
            Expect(
                Done,
                await session.Say($"MAIL FROM:<{settings.Sender}>", stop).ConfigureAwait(false),
                $"takes no mail from the address in {settings.SenderSetting}",
                string.IsNullOrEmpty(settings.User) ? $"correct {settings.SenderSetting}, or set Post:User if it wants a login" : $"correct {settings.SenderSetting}, or let Post:User send for it");
        }
        catch (Exception error)
        {
            throw Told(error);
        }
    }

    private Exception Told(Exception error) => error switch
    {
        SocketException => Refusal($"cannot be reached: {error.Message}", "see that it runs and that this machine may connect to it, or correct Post:Host and Post:Port", error),
        IOException => Refusal($"broke off at {_step}: {ServerWords.Line(error.Message)}", "see its log, and that Post:Port is the port for submission", error),
        OperationCanceledException => Refusal($"did not answer {_step} in time", "see that it runs, or raise Post:TimeLimitSeconds", error),
        _ => error,
    };

    private async Task<Stream> Encrypted(Stream plain, Replies server, IReadOnlyList<string> offers, CancellationToken stop)
    {
        if (!offers.Any(line => line.Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusal(
                "offers no encryption (STARTTLS)",
                "use its port for submission, usually 587; only for a server on this machine or a network that nobody else uses, set Post:Security to none");
        }

        _step = "STARTTLS";
        Expect(Ready, await server.To("STARTTLS", stop).ConfigureAwait(false), "refuses encryption", "ask its administrator");
        var secure = new SslStream(plain);
        await Encrypt(secure, stop).ConfigureAwait(false);
        return secure;
    }

    private async Task<IReadOnlyList<string>> Hello(Replies server, CancellationToken stop)
    {
        _step = "EHLO";
        var reply = await server.To($"EHLO {Environment.MachineName}", stop).ConfigureAwait(false);
        Expect(Done, reply, "does not serve this machine", "ask its administrator to allow it");
        return reply.Lines;
    }

    private async Task Encrypt(SslStream secure, CancellationToken stop)
    {
        _step = "the encryption";
        string? fault = null;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => (fault = Certificates.Fault(certificate, chain, errors)) is null,
            CertificateChainPolicy = Certificates.Policy(trusted),
        };
        try
        {
            await secure.AuthenticateAsClientAsync(options, stop).ConfigureAwait(false);
        }
        catch (AuthenticationException error)
        {
            throw fault is null
                ? Refusal($"cannot agree on encryption: {ServerWords.Line(error.GetBaseException().Message)}", "ask its administrator for TLS 1.2 or later", error)
                : Refusal($"has a certificate that is not good: {fault}", "mails are sent to no server that cannot show who it is", error);
        }
    }

    private async Task LogIn(Replies server, IReadOnlyList<string> offers, CancellationToken stop)
    {
        var schemes = offers.Where(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)).SelectMany(line => line[4..].Split([' ', '='], StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (!schemes.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            throw Refusal(
                $"offers no login by name and password (AUTH LOGIN), but {(schemes.Count == 0 ? "none at all" : ServerWords.Line(string.Join(", ", schemes)))}",
                "ask its administrator to allow it, or leave Post:User empty if it wants no login");
        }

        _step = "the login";
        const string Do = "correct Post:User and Post:Password, or ask its administrator to allow this login";
        Expect(TellMore, await server.To($"AUTH LOGIN {Base64(settings.User!)}", stop).ConfigureAwait(false), "refuses the login", Do);
        Expect(LoggedIn, await server.To(Base64(settings.Password ?? ""), stop).ConfigureAwait(false), "refuses the login", Do);

        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private void Expect(int code, Reply reply, string otherwise, string advice)
    {
        if (reply.Code != code)
        {
            throw Refusal($"{otherwise}: {reply}", advice);
        }
    }

    private PostException Refusal(string what, string advice, Exception? inner = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"The mail server {settings.Host}, port {settings.Port}, {what}. To do: {advice}."),
        inner);
}
