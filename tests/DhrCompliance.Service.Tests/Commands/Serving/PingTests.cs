using System.Net;
using System.Net.Sockets;
using System.Text;
using DhrCompliance.Service.Commands.Serving;
using DhrCompliance.Service.Tests.Post.Smtp;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>The ping says what became of it, never where it went.</summary>
public sealed class PingTests : IDisposable
{
    private const string Secret = "/b2c8-secret";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];

    public PingTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("200 OK", null)]
    [InlineData("204 No Content", null)]
    [InlineData("302 Found\r\nLocation: /elsewhere", "answered with status 302")]
    [InlineData("500 Internal Server Error", "answered with status 500")]
    public async Task Only_a_good_answer_counts_and_no_redirect_is_followed(string status, string? trouble)
    {
        var answered = Answer(status);
        using var ping = new Ping($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{Secret}");

        (await ping.Send(default)).ShouldBe(trouble);
        await answered;
        _asked.Single().ShouldStartWith($"GET {Secret} HTTP/1.1");
        _listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Where_nobody_answers_the_address_is_not_told()
    {
        using var ping = new Ping($"http://127.0.0.1:{ScriptedServer.ClosedPort()}{Secret}");

        (await ping.Send(default)).ShouldBe("could not be reached (ConnectionError)");
    }

    [Fact]
    public async Task A_stop_ends_it()
    {
        using var ping = new Ping($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{Secret}");
        using var stop = new CancellationTokenSource();
        var sending = ping.Send(stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    private async Task Answer(string status)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var buffer = new byte[4096];
        _asked.Add(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
}
