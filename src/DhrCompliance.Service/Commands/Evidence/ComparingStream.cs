namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>Compares what is written to it with what another stream holds, without keeping either.</summary>
internal sealed class ComparingStream(Stream expected) : Stream
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private bool _differs;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>After everything was written: whether the other holds the same and no more.</summary>
    public bool IsSame() => !_differs && expected.Read(_buffer, 0, 1) == 0;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!_differs && buffer.Length > 0)
        {
            var count = expected.ReadAtLeast(_buffer.AsSpan(0, Math.Min(buffer.Length, _buffer.Length)), Math.Min(buffer.Length, _buffer.Length), throwOnEndOfStream: false);
            _differs = count == 0 || !buffer[..count].SequenceEqual(_buffer.AsSpan(0, count));
            buffer = buffer[count..];
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
