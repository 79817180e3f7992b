using System.Globalization;
using System.Net.Mail;
using System.Text;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Mime;

/// <summary>A delivery as a mail: multipart/alternative, text first, then the page.</summary>
internal static class MailFile
{
    private const int LongestAddress = 254;

    /// <summary>The mail's octets, all ASCII. Throws <see cref="FormatException"/>, saying what to correct, where the address is none.</summary>
    public static byte[] Of(DeliveryRow delivery, string from, DateTimeOffset date)
    {
        RefuseUnlessAddress(delivery.Address);
        var mail = new StringBuilder(((delivery.Text.Length + delivery.Html.Length) * 5 / 4) + 1024);
        HeaderText.Structured(mail, "Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        HeaderText.Structured(mail, "From", $"DhrCompliance <{from}>");
        HeaderText.Structured(mail, "To", $"<{delivery.Address}>");
        HeaderText.Unstructured(mail, "Subject", delivery.Subject);
        HeaderText.Structured(mail, "Message-ID", delivery.MessageId);

        // So that no out-of-office reply comes back to an address that nobody reads.
        HeaderText.Structured(mail, "Auto-Submitted", "auto-generated");
        HeaderText.Structured(mail, "X-Auto-Response-Suppress", "All");
        HeaderText.Structured(mail, "MIME-Version", "1.0");

        // Neither encoded part can hold "=_": an equals sign is always followed by two digits or a line break.
        var boundary = $"=_{delivery.Id}";
        HeaderText.Structured(mail, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        mail.Append("\r\n");
        AddPart(mail, boundary, "text/plain", delivery.Text);
        AddPart(mail, boundary, "text/html", delivery.Html);
        mail.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    /// <summary>Whether mail can be sent to it: one address, of ASCII, without a name beside it.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= LongestAddress
        && text.All(letter => letter is > ' ' and <= '~' and not ('"' or ',' or ';' or '<' or '>' or '(' or ')' or '\\'))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;

    private static void RefuseUnlessAddress(string text)
    {
        if (!IsAddress(text))
        {
            throw new FormatException("This is not one mail address that can be written to: correct the contact (only letters of ASCII, one @, no name beside it).");
        }
    }

    private static void AddPart(StringBuilder mail, string boundary, string type, string text)
    {
        mail.Append("--").Append(boundary).Append("\r\n");
        HeaderText.Structured(mail, "Content-Type", $"{type}; charset=utf-8");
        HeaderText.Structured(mail, "Content-Transfer-Encoding", "quoted-printable");
        mail.Append("\r\n");
        QuotedPrintable.Append(mail, text);
        mail.Append("\r\n");
    }
}
