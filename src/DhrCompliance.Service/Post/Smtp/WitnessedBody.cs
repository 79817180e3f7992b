namespace DhrCompliance.Service.Post.Smtp;

/// <summary>How much of a mail's body was taken by the framework's client, and so how far the dialogue had come.</summary>
internal enum BodyProgress
{
    /// <summary>DATA was not reached, or not answered: nothing of the mail was sent.</summary>
    Unread,

    /// <summary>The line that ends a mail was not sent, and a server keeps nothing without it.</summary>
    Begun,

    /// <summary>The line that ends it may have been sent: the server may have the mail.</summary>
    Ended,
}

/// <summary>
/// The body of a mail as the framework's client reads it: after DATA was answered, and to its end before it sends the line that ends the
/// mail. The client tells neither by itself.
/// </summary>
internal sealed class WitnessedBody(ReadOnlyMemory<byte> body) : Stream
{
    private readonly Lock _reading = new();
    private int _at;
    private bool _closed;
    private BodyProgress _progress = BodyProgress.Unread;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>How far it was read, and no further from now on: what still runs can send no whole mail.</summary>
    public BodyProgress Settle()
    {
        lock (_reading)
        {
            _closed = true;
            return _progress;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        lock (_reading)
        {
            if (_closed)
            {
                throw new IOException("The mail was given up.");
            }

            var count = Math.Min(buffer.Length, body.Length - _at);
            body.Span.Slice(_at, count).CopyTo(buffer);
            _at += count;
            _progress = count == 0 && buffer.Length > 0 ? BodyProgress.Ended : BodyProgress.Begun;
            return count;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
