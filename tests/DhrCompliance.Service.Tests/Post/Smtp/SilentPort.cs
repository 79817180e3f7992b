using System.Net;
using System.Net.Sockets;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>A port that takes no further connection and refuses none, as behind a firewall that drops what it does not like.</summary>
internal sealed class SilentPort : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _waiting = [];

    public int Number => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Fills the queue of connections that nobody takes. Skips the test where it has no end.</summary>
    public static async Task<SilentPort> Open()
    {
        var port = new SilentPort();
        port._listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        port._listener.Listen(1);
        for (var i = 0; i < 20; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            port._waiting.Add(socket);
            using var patience = new CancellationTokenSource(Patience, RunningClock.Instance);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port.Number, patience.Token);
            }
            catch (OperationCanceledException)
            {
                return port;
            }
        }

        port.Dispose();
        throw new SkipException("This system's queue of connections does not fill.");
    }

    public void Dispose()
    {
        _waiting.ForEach(socket => socket.Dispose());
        _listener.Dispose();
    }
}
