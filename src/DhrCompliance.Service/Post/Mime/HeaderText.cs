using System.Text;

namespace DhrCompliance.Service.Post.Mime;

/// <summary>Header fields as RFC 5322 and RFC 2047 have them: folded, of ASCII only, and never of more than one field.</summary>
internal static class HeaderText
{
    private const int LineLength = 76;

    /// <summary>Of any line of a mail, by RFC 5322.</summary>
    private const int LongestLine = 998;

    private const string ManyBlanks = "        ";

    /// <summary>What an encoded word holds besides its text: <c>=?utf-8?B?</c> and <c>?=</c>; an encoded word has at most 75 characters.</summary>
    private const int BytesInAWord = (75 - 12) / 4 * 3;

    /// <summary>A field whose value is text for people.</summary>
    public static void Unstructured(StringBuilder headers, string name, string value)
    {
        Refuse(name, value);

        // What turns the direction of writing could show a subject as another one. So could a line that breaks in some programs only.
        value = string.Concat(value.Where(letter => !TurnsOrBreaks(letter)));
        if (IsPlain(value))
        {
            Fold(headers, name, value.Split(' '));
        }
        else
        {
            Fold(headers, name, EncodedWords(value));
        }
    }

    /// <summary>A field whose value is made by this program and is ASCII.</summary>
    public static void Structured(StringBuilder headers, string name, string value)
    {
        Refuse(name, value);
        if (!Ascii.IsValid(value))
        {
            throw new ArgumentException($"The header {name} may hold ASCII only.", nameof(value));
        }

        if (name.Length + value.Length + 2 > LongestLine)
        {
            throw new ArgumentException($"The header {name} is too long.", nameof(value));
        }

        headers.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    /// <summary>What cannot be folded, or would be folded into nothing but blanks, is encoded: a line has a greatest length.</summary>
    private static bool IsPlain(string value) =>
        value.All(letter => letter is >= ' ' and <= '~')
        && !value.Contains("=?", StringComparison.Ordinal)
        && !value.Contains(ManyBlanks, StringComparison.Ordinal)
        && value.Split(' ').All(word => word.Length < LineLength);

    private static bool TurnsOrBreaks(char letter) =>
        letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u2028' or '\u2029';

    /// <summary>Whoever puts a line break into a value could write headers of their own.</summary>
    private static void Refuse(string name, string value)
    {
        if (value.Any(char.IsControl))
        {
            throw new ArgumentException($"The header {name} may hold no control characters.", nameof(value));
        }
    }

    private static void Fold(StringBuilder headers, string name, IEnumerable<string> words)
    {
        headers.Append(name).Append(':');
        var length = name.Length + 1;
        foreach (var word in words)
        {
            // An empty word is a blank that follows a blank: a line must not consist of blanks alone, so it never begins one.
            if (word.Length > 0 && length + 1 + word.Length > LineLength && length > name.Length + 1)
            {
                headers.Append("\r\n");
                length = 0;
            }

            headers.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        headers.Append("\r\n");
    }

    private static IEnumerable<string> EncodedWords(string value)
    {
        var bytes = new List<byte>(BytesInAWord);
        var buffer = new byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(buffer);
            if (bytes.Count + count > BytesInAWord)
            {
                yield return EncodedWord(bytes);
                bytes.Clear();
            }

            bytes.AddRange(buffer.AsSpan(0, count));
        }

        yield return EncodedWord(bytes);
    }

    private static string EncodedWord(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
