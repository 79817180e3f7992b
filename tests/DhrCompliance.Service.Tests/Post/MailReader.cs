using System.Text;
using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>Reads a mail as a mail program does: unfolds headers, decodes encoded words, finds the parts and decodes them.</summary>
internal sealed partial class MailReader
{
    private MailReader(IReadOnlyList<(string Name, string Value)> headers, string body)
    {
        Headers = headers;
        Body = body;
    }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public string Body { get; }

    public string this[string name] => Headers.Single(header => header.Name == name).Value;

    public static MailReader Read(byte[] mail)
    {
        mail.ShouldAllBe(octet => octet < 128);
        return Read(Encoding.ASCII.GetString(mail));
    }

    /// <summary>Text and page, and what is attached.</summary>
    public IReadOnlyList<MailReader> Parts()
    {
        var parts = OwnParts();
        return this["Content-Type"].StartsWith("multipart/mixed", StringComparison.Ordinal) ? [.. parts[0].OwnParts(), .. parts.Skip(1)] : parts;
    }

    private List<MailReader> OwnParts()
    {
        var boundary = Boundary().Match(this["Content-Type"]).Groups[1].Value;
        var pieces = ("\r\n" + Body).Split($"\r\n--{boundary}");
        pieces[^1].TrimEnd().ShouldBe("--");
        return [.. pieces.Skip(1).SkipLast(1).Select(piece => Read(piece[2..]))];
    }

    /// <summary>The text of a part, decoded.</summary>
    public string Text()
    {
        this["Content-Transfer-Encoding"].ShouldBe("quoted-printable");
        var bytes = new List<byte>();
        var joined = Body.Replace("=\r\n", string.Empty, StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(Convert.ToByte(joined.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)joined[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static MailReader Read(string mail)
    {
        var end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Fold().Replace(mail[..end], " ").Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .Select(parts => (parts[0], Decode(parts[1])));
        return new MailReader([.. headers], mail[(end + 4)..]);
    }

    private static string Decode(string value) => EncodedWord().Replace(
        BetweenWords().Replace(value, "$1"),
        word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex("boundary=\"(.*)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex("\r\n ")]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=) +(?==\?)")]
    private static partial Regex BetweenWords();
}
