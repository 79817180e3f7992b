using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>One connection to the scripted server.</summary>
internal sealed class Dialogue(ScriptedServer server, TcpClient client, int number, CancellationToken end) : IDisposable
{
    private LineStream _lines = new(client.GetStream());
    private string _from = "";
    private string _to = "";
    private bool _secure;
    private bool _loggedIn;

    public async Task Run()
    {
        if (!await Answer("CONNECT", "", "220 scripted.example ready"))
        {
            return;
        }

        while (await _lines.Read(end) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var goOn = verb switch
            {
                "EHLO" or "HELO" => await Answer("EHLO", line, Capabilities()),
                "STARTTLS" when server.Certificate is not null => await StartTls(line),
                "AUTH" when server.Login is not null => await LogIn(line),
                "MAIL" => await Answer("MAIL", line, server.Login is null || _loggedIn ? "250 2.1.0 Ok" : "530 5.7.0 Authentication required") && Note(ref _from, line),
                "RCPT" => await Answer("RCPT", line, "250 2.1.5 Ok") && Note(ref _to, line),
                "DATA" => await Data(line),
                "RSET" => await Answer("RSET", line, "250 2.0.0 Ok"),
                "QUIT" => await Answer("QUIT", line, "221 2.0.0 Bye") && false,
                _ => await Answer(verb, line, "502 5.5.2 Not implemented"),
            };
            if (!goOn)
            {
                return;
            }
        }
    }

    public void Dispose() => _lines.Dispose();

    private static bool Note(ref string field, string line)
    {
        field = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
        return true;
    }

    private string Capabilities()
    {
        var lines = new List<string> { "scripted.example", "8BITMIME", "SIZE 10000000" };
        if (server.Certificate is not null && !_secure)
        {
            lines.Add("STARTTLS");
        }
        else if (server.Login is not null)
        {
            lines.Add("AUTH LOGIN PLAIN");
        }

        return string.Join("\r\n", lines.Select((line, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task<bool> StartTls(string line)
    {
        if (!await Answer("STARTTLS", line, "220 2.0.0 Ready"))
        {
            return false;
        }

        if (server.At(number, "TLS", "") is { } reaction)
        {
            await React(reaction);
            return false;
        }

        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, end);
        _lines = new LineStream(secure);
        _secure = true;
        return true;
    }

    private async Task<bool> LogIn(string line)
    {
        var words = line.Split(' ');
        if (!await Answer("AUTH", line, words.Length == 3 && words[1].Equals("LOGIN", StringComparison.OrdinalIgnoreCase) ? "334 UGFzc3dvcmQ6" : "504 5.5.4 Unknown way")
            || await _lines.Read(end) is not { } password)
        {
            return false;
        }

        _loggedIn = (Plain(words[2]), Plain(password)) == server.Login;
        return await Answer("PASSWORD", "", _loggedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Username and Password not accepted");

        static string Plain(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }

    private async Task<bool> Data(string line)
    {
        var reaction = server.At(number, "DATA", line);
        if (reaction is not null && reaction.Then != After.AsUsual)
        {
            return await React(reaction) && (reaction.Reply?.StartsWith("354", StringComparison.Ordinal) != true || await Body());
        }

        return await Say("354 Go ahead") && await Body();
    }

    private async Task<bool> Body()
    {
        var raw = new StringBuilder();
        while (await _lines.Read(end) is { } line)
        {
            if (line == ".")
            {
                var mail = new ReceivedMail(number, _from, _to, raw.ToString());
                var reaction = server.At(number, "DOT", line);
                if (reaction is null || reaction.Keeps || reaction.Then == After.AsUsual || reaction.Reply?.StartsWith('2') == true)
                {
                    server.Keep(mail);
                }

                return reaction is null ? await Say("250 2.0.0 Queued") : await React(reaction, "250 2.0.0 Queued");
            }

            if (raw.Length == 0 && server.At(number, "BODY", line) is { } broken && !await React(broken))
            {
                return false;
            }

            raw.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return false;
    }

    private async Task<bool> Answer(string verb, string line, string usual)
    {
        var reaction = server.At(number, verb, line);
        return reaction is null ? await Say(usual) : await React(reaction, usual);
    }

    /// <returns>Whether the dialogue goes on.</returns>
    private async Task<bool> React(Reaction reaction, string? usual = null)
    {
        if (reaction.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reaction.Delay, RunningClock.Instance, end);
        }

        if ((reaction.Then == After.AsUsual ? usual : reaction.Reply) is { } reply)
        {
            await Say(reply);
        }

        if (reaction.Then == After.Hang)
        {
            // Until the client gives up.
            while (await _lines.Read(end) is not null)
            {
            }
        }

        if (reaction.Then == After.Drop && reaction.Reply is null)
        {
            client.LingerState = new LingerOption(true, 0);
        }

        return reaction.Then is After.GoOn or After.AsUsual;
    }

    private async Task<bool> Say(string reply)
    {
        await _lines.Write(reply, end);
        return true;
    }
}
