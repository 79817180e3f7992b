using System.Globalization;
using System.Net.Mail;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>What the other side said, as one line of bounded length.</summary>
internal static class ServerWords
{
    private const int Longest = 500;

    /// <summary>Before the server's own words the framework puts a sentence of its own.</summary>
    private const string Before = "The server response was: ";

    /// <summary>The reply code and words where the server replied, else what broke.</summary>
    public static string Of(Exception error)
    {
        if (CodeOf(error) is { } code)
        {
            var message = error.Message;
            var at = message.IndexOf(Before, StringComparison.Ordinal);
            return Line(string.Create(CultureInfo.InvariantCulture, $"{code} {(at < 0 ? message : message[(at + Before.Length)..])}"));
        }

        return Line(error.GetBaseException().Message);
    }

    /// <summary>The reply code of a refusal; null where the server did not refuse.</summary>
    public static int? CodeOf(Exception error) => error is SmtpException { StatusCode: var code } && (int)code >= 400 ? (int)code : null;

    public static string Line(string text)
    {
        var line = string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        }).Trim();
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}
