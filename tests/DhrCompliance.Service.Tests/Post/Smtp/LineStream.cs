using System.Text;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>Lines of the dialogue: Latin-1, so that every octet comes back as it was sent.</summary>
internal sealed class LineStream(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _at;
    private int _length;

    /// <summary>The next line without its end; null where the client has gone.</summary>
    public async Task<string?> Read(CancellationToken stop)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_at == _length)
            {
                (_at, _length) = (0, await stream.ReadAsync(_buffer, stop));
                if (_length == 0)
                {
                    return null;
                }
            }

            var rest = _buffer.AsSpan(_at, _length - _at);
            var end = rest.IndexOf((byte)'\n');
            line.Append(Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]));
            _at = end < 0 ? _length : _at + end + 1;
            if (end >= 0)
            {
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            }
        }
    }

    public async Task Write(string lines, CancellationToken stop)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(lines + "\r\n"), stop);
        await stream.FlushAsync(stop);
    }

    public void Dispose() => stream.Dispose();
}
