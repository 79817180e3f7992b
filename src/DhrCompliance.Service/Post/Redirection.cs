using System.Net;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>A mail as it goes to another address than its own: in its subject and on top of both its forms it says whose it is.</summary>
public static class Redirection
{
    private const string Body = "<body";

    /// <summary>The same delivery, to another address.</summary>
    public static DeliveryRow Of(DeliveryRow mail, string to)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentException.ThrowIfNullOrEmpty(to);
        var words = $"This mail is for {mail.Address}. It came here because the service is on trial (Post:RedirectAllTo); they were not told.";
        return mail with
        {
            Address = to,
            Subject = $"(for {mail.Address}) {mail.Subject}",
            Text = $"{words}\n\n{mail.Text}",
            Html = OnTop(mail.Html, $"<p style=\"border:2px solid;padding:8px\"><strong>{WebUtility.HtmlEncode(words)}</strong></p>"),
        };
    }

    private static string OnTop(string page, string words)
    {
        var begin = page.IndexOf(Body, StringComparison.OrdinalIgnoreCase);
        var end = begin < 0 ? -1 : page.IndexOf('>', begin);
        return end < 0 ? words + page : page.Insert(end + 1, words);
    }
}
