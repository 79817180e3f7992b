using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>
/// A mail server on loopback that does what a script says, and otherwise what a good one does. It counts connections and keeps what it
/// accepted. Without a script it accepts everything.
/// </summary>
/// <param name="script">Asked at each place of the dialogue; null, or null from it: as usual.</param>
internal sealed class ScriptedServer(Func<Moment, Reaction?>? script = null) : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, int> _times = [];
    private readonly ConcurrentQueue<ReceivedMail> _accepted = [];
    private readonly ConcurrentQueue<string> _said = [];
    private TcpListener? _listener;
    private int _connections;
    private int _port;

    /// <summary>Offered by STARTTLS; null: no STARTTLS is offered.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The login that is asked for; null: none is.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>Listens from the first call on.</summary>
    public int Port
    {
        get
        {
            ComeUp();
            return _port;
        }
    }

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Every mail it answers for, in the order they came.</summary>
    public IReadOnlyList<ReceivedMail> Accepted => [.. _accepted];

    /// <summary>What clients said, as <c>1 EHLO</c> (connection, verb), in the order it came.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>A port at which nobody listens.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Listens, at the same port as before.</summary>
    public void ComeUp()
    {
        lock (_end)
        {
            if (_listener is null && !_end.IsCancellationRequested)
            {
                _listener = new TcpListener(IPAddress.Loopback, _port);
                _listener.Start();
                _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
                _ = Accept(_listener);
            }
        }
    }

    /// <summary>Refuses new connections; those that are open go on.</summary>
    public void GoDown()
    {
        lock (_end)
        {
            _listener?.Dispose();
            _listener = null;
        }
    }

    public void Dispose()
    {
        GoDown();
        _end.Cancel();
    }

    internal Reaction? At(int connection, string verb, string line)
    {
        var times = _times.AddOrUpdate(verb, 1, (_, before) => before + 1) - 1;
        _said.Enqueue($"{connection} {verb}");
        return script?.Invoke(new Moment(connection, verb, line, times));
    }

    internal void Keep(ReceivedMail mail) => _accepted.Enqueue(mail);

    private async Task Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_end.Token);
                _ = Talk(client, Interlocked.Increment(ref _connections));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Down, or disposed.
        }
    }

    private async Task Talk(TcpClient client, int number)
    {
        using (client)
        using (var dialogue = new Dialogue(this, client, number, _end.Token))
        {
            try
            {
                await dialogue.Run();
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the server did.
            }
        }
    }
}
