using System.Text;

namespace DhrCompliance.Service.Post.Mime;

/// <summary>Text as RFC 2045 quoted-printable: ASCII, CRLF, lines of at most 76 characters.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;
    private const string Digits = "0123456789ABCDEF";

    public static void Append(StringBuilder body, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value == '\n')
            {
                body.Append("\r\n");
                length = 0;
                continue;
            }

            var atEnd = i + 1 == bytes.Length || bytes[i + 1] == '\n';
            var plain = value is >= 33 and <= 126 and not (byte)'=' || (value is (byte)' ' or (byte)'\t' && !atEnd);

            // A line that begins with "From " or "." is changed by some programs on the way.
            plain = plain && !(length == 0 && value is (byte)'F' or (byte)'.' && length == 0);
            var size = plain ? 1 : 3;
            if (length + size > (atEnd ? LineLength : LineLength - 1))
            {
                body.Append("=\r\n");
                length = 0;
            }

            if (plain)
            {
                body.Append((char)value);
            }
            else
            {
                body.Append('=').Append(Digits[value >> 4]).Append(Digits[value & 15]);
            }

            length += size;
        }
    }
}
