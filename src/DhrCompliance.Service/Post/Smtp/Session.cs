using System.Net.Sockets;
using System.Text;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>One connection to a mail server that is ready to be told of mails, one after the other.</summary>
internal sealed class Session(TcpClient tcp, Stream stream, Replies server) : IDisposable
{
    private const int GoOn = 354;

    private const int Closing = 421;

    private static readonly byte[] End = ".\r\n"u8.ToArray();

    private static readonly byte[] Goodbye = "QUIT\r\n"u8.ToArray();

    private bool _isInMail;
    private bool _isBroken;

    /// <summary>Whether a mail went through it, so that the server may have closed it since.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Whether nothing more can be said on it.</summary>
    public bool IsOver => _isBroken;

    /// <summary>Throws <see cref="IOException"/> where the connection ends, or what comes is no reply.</summary>
    public Task<Reply> Say(string command, CancellationToken stop) => server.To(command, stop);

    /// <summary>Tells of one mail. Throws nothing for what the connection can do.</summary>
    /// <param name="from">The sender on the envelope.</param>
    /// <param name="to">The recipient on the envelope.</param>
    /// <param name="mail">Its octets, which end with a line break.</param>
    /// <param name="name">The server, as an answer names it.</param>
    /// <param name="stop">The end of waiting.</param>
    public async Task<Attempt> Send(string from, string to, ReadOnlyMemory<byte> mail, string name, CancellationToken stop)
    {
        var progress = BodyProgress.Unread;
        try
        {
            if (_isInMail)
            {
                await Say("RSET", stop).ConfigureAwait(false);
            }

            _isInMail = true;
            var reply = await Say($"MAIL FROM:<{from}>", stop).ConfigureAwait(false);
            if (!reply.IsGood)
            {
                return Refused(reply);
            }

            reply = await Say($"RCPT TO:<{to}>", stop).ConfigureAwait(false);
            if (!reply.IsGood)
            {
                return Refused(reply, ofRecipient: true);
            }

            reply = await Say("DATA", stop).ConfigureAwait(false);
            if (reply.Code != GoOn)
            {
                return Refused(reply);
            }

            progress = BodyProgress.Begun;
            await stream.WriteAsync(Stuffed(mail), stop).ConfigureAwait(false);
            await stream.FlushAsync(stop).ConfigureAwait(false);
            progress = BodyProgress.Ended;
            await stream.WriteAsync(End, stop).ConfigureAwait(false);
            await stream.FlushAsync(stop).ConfigureAwait(false);
            reply = await server.Next(stop).ConfigureAwait(false);
            // A server that refuses at the end may take itself to be within the mail still.
            (_isInMail, IsUsed) = (!reply.IsGood, true);
            return reply.IsGood ? Attempt.Accepted(name, reply) : Refused(reply);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            _isBroken = true;
            return Attempt.Broken(progress, error.GetBaseException().Message);
        }

        Attempt Refused(Reply reply, bool ofRecipient = false)
        {
            (_isBroken, IsUsed) = (reply.Code == Closing, true);
            return Attempt.Refused(progress, reply, ofRecipient);
        }
    }

    /// <summary>Says goodbye to a server that listens, without waiting for its answer.</summary>
    public void Dispose()
    {
        if (!_isBroken)
        {
            try
            {
                stream.Write(Goodbye);
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // It is gone already.
            }
        }

        stream.Dispose();
        tcp.Dispose();
    }

    /// <summary>A line that begins with a dot could be taken for the end.</summary>
    private static ReadOnlyMemory<byte> Stuffed(ReadOnlyMemory<byte> mail) => mail.Span.IndexOf("\r\n."u8) < 0
        ? mail
        : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail.Span).Replace("\r\n.", "\r\n..", StringComparison.Ordinal));
}
