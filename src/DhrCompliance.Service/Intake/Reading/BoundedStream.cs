namespace DhrCompliance.Service.Intake.Reading;

/// <summary>A stream that ends in a refusal once more was read than a file may weigh, and whose first bytes can be looked at beforehand.</summary>
internal sealed class BoundedStream(Stream inner, string file, ImportLimits limits) : Stream
{
    private readonly byte[] _start = new byte[4];
    private int _peeked = -1;
    private int _given;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes, up to four.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (_peeked < 0)
        {
            _peeked = inner.ReadAtLeast(_start, _start.Length, throwOnEndOfStream: false);
        }

        return _start.AsSpan(0, _peeked);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_given < _peeked)
        {
            var part = _start.AsSpan(_given, Math.Min(buffer.Length, _peeked - _given));
            part.CopyTo(buffer);
            _given += part.Length;
            return part.Length;
        }

        var count = inner.Read(buffer);
        _read += count;
        return _read <= limits.FileBytes
            ? count
            : throw new RefusedFileException(new Mistake(file, null, null, null, FormattableString.Invariant(
                $"a file of at most {limits.FileBytes} bytes; split it")));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
