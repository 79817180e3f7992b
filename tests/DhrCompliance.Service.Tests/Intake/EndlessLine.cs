using System.Text;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>A gigabyte of one line, made as it is read; counts what was taken of it.</summary>
internal sealed class EndlessLine(string start) : Stream
{
    private const long Whole = 1L << 30;

    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Whole - Given);
        for (var at = 0; at < count; at++)
        {
            buffer[at] = Given + at < _start.Length ? _start[Given + at] : (byte)'x';
        }

        Given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
