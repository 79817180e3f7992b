using System.Globalization;
using System.Text;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>A server's reply.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">The words of each line, without the code.</param>
internal sealed record Reply(int Code, IReadOnlyList<string> Lines)
{
    private const int Hundred = 100;

    /// <summary>Whether the server did what it was asked.</summary>
    public bool IsGood => Code / Hundred == 2;

    public override string ToString() => ServerWords.Line(string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}"));
}

/// <summary>Commands to a mail server, and its replies, over one stream.</summary>
internal sealed class Replies(Stream stream)
{
    private const int LongestReply = 64 * 1024;

    private readonly byte[] _buffer = new byte[4096];
    private int _at;
    private int _length;

    public async Task<Reply> To(string command, CancellationToken stop)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"), stop).ConfigureAwait(false);
        await stream.FlushAsync(stop).ConfigureAwait(false);
        return await Next(stop).ConfigureAwait(false);
    }

    /// <summary>Throws <see cref="IOException"/> where the connection ends, or what comes is no reply.</summary>
    public async Task<Reply> Next(CancellationToken stop)
    {
        var lines = new List<string>();
        var left = LongestReply;
        while (true)
        {
            var line = await Line(left, stop).ConfigureAwait(false);
            left -= line.Length;
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || left <= 0)
            {
                throw new IOException($"What answers is no mail server; it said: {ServerWords.Line(line)}");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new Reply(code, lines);
            }
        }
    }

    private async Task<string> Line(int longest, CancellationToken stop)
    {
        var line = new StringBuilder();
        while (line.Length <= longest)
        {
            if (_at == _length)
            {
                (_at, _length) = (0, await stream.ReadAsync(_buffer, stop).ConfigureAwait(false));
                if (_length == 0)
                {
                    throw new IOException("The mail server closed the connection.");
                }
            }

            var letter = (char)_buffer[_at++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }

        return line.ToString();
    }
}
