using System.Buffers;
using System.Text;

namespace DhrCompliance.Service.Post.Mime;

/// <summary>Text as RFC 2045 quoted-printable: ASCII, CRLF, lines of at most 76 characters.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(33, 94).Select(value => (byte)value).Where(value => value != (byte)'='), (byte)' ', (byte)'\t']);

    public static void Append(IBufferWriter<byte> body, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));

        // At the worst each octet takes three, and a soft line break comes after every 25 of them.
        var target = body.GetSpan((bytes.Length * 4) + 3);
        var (length, at) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value == (byte)'\n')
            {
                "\r\n"u8.CopyTo(target[at..]);
                (length, at) = (0, at + 2);
                continue;
            }

            if (PlainRun(bytes.AsSpan(i), length) is > 0 and var run)
            {
                bytes.AsSpan(i, run).CopyTo(target[at..]);
                (length, at) = (length + run, at + run);
                i += run - 1;
                continue;
            }

            var atEnd = i + 1 == bytes.Length || bytes[i + 1] == (byte)'\n';
            var size = IsPlain(value, length == 0, atEnd) ? 1 : 3;
            if (length + size > (atEnd ? LineLength : LineLength - 1))
            {
                "=\r\n"u8.CopyTo(target[at..]);
                (length, at) = (0, at + 3);
                size = IsPlain(value, true, atEnd) ? 1 : 3;
            }

            if (size == 1)
            {
                target[at] = value;
            }
            else
            {
                target[at] = (byte)'=';
                Convert.TryToHexString([value], target[(at + 1)..], out _);
            }

            (length, at) = (length + size, at + size);
        }

        body.Advance(at);
    }

    /// <summary>How many octets from here on stand for themselves on this line.</summary>
    private static int PlainRun(ReadOnlySpan<byte> rest, int length)
    {
        if (length == 0 && rest[0] is (byte)'F' or (byte)'.')
        {
            return 0;
        }

        var run = rest[..Math.Min(rest.Length, LineLength - 1 - length)].IndexOfAnyExcept(Plain);
        run = run < 0 ? Math.Min(rest.Length, LineLength - 1 - length) : run;
        var ends = run == rest.Length || rest[run] == (byte)'\n';
        return run > 0 && ends && rest[run - 1] is (byte)' ' or (byte)'\t' ? run - 1 : run;
    }

    /// <summary>A line that begins with "From " or "." is changed by some programs on the way, and a blank at its end is lost.</summary>
    private static bool IsPlain(byte value, bool first, bool last) => value switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => !last,
        (byte)'F' or (byte)'.' => !first,
        _ => value is >= 33 and <= 126,
    };
}
