using System.Buffers;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Mime;

/// <summary>A delivery as a mail: multipart/alternative, text first, then the page; where calendar entries come with it, both of them within multipart/mixed.</summary>
internal static class MailFile
{
    private const int LongestAddress = 254;

    /// <summary>The mail's octets, all ASCII. Throws <see cref="FormatException"/>, saying what to correct, where the address is none.</summary>
    public static ReadOnlyMemory<byte> Of(DeliveryRow delivery, string from, DateTimeOffset date)
    {
        RefuseUnlessAddress(delivery.Address);
        var headers = new StringBuilder(1024);
        HeaderText.Structured(headers, "Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        HeaderText.Structured(headers, "From", $"DhrCompliance <{from}>");
        HeaderText.Structured(headers, "To", $"<{delivery.Address}>");
        HeaderText.Unstructured(headers, "Subject", delivery.Subject);
        HeaderText.Structured(headers, "Message-ID", delivery.MessageId);

        // So that no out-of-office reply comes back to an address that nobody reads.
        HeaderText.Structured(headers, "Auto-Submitted", "auto-generated");
        HeaderText.Structured(headers, "X-Auto-Response-Suppress", "All");
        HeaderText.Structured(headers, "MIME-Version", "1.0");

        HeaderText.Structured(headers, "Content-Type", ContentTypeOf(delivery));
        headers.Append("\r\n");
        var mail = Buffer(delivery);
        Encoding.ASCII.GetBytes(headers.ToString(), mail);
        AddBody(mail, delivery);
        return mail.WrittenMemory;
    }

    public static string ContentTypeOf(DeliveryRow delivery) => delivery.Calendar is null
        ? Alternative(BoundaryOf(delivery))
        : $"multipart/mixed; boundary=\"{OuterBoundaryOf(delivery)}\"";

    /// <summary>What comes after the headers: the parts between their boundaries. All ASCII; no line begins with a dot.</summary>
    public static ReadOnlyMemory<byte> BodyOf(DeliveryRow delivery)
    {
        var body = Buffer(delivery);
        AddBody(body, delivery);
        return body.WrittenMemory;
    }

    /// <summary>Whether mail can be sent to it: one address, of ASCII, without a name beside it.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= LongestAddress
        && text.All(letter => letter is > ' ' and <= '~' and not ('"' or ',' or ';' or '<' or '>' or '(' or ')' or '\\'))
        && !text.Contains("=?", StringComparison.Ordinal) // would be decoded by who shows it
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;

    /// <summary>Throws <see cref="FormatException"/>, saying what to correct, where it is none.</summary>
    public static void RefuseUnlessAddress(string text)
    {
        if (!IsAddress(text))
        {
            throw new FormatException("This is not one mail address that can be written to: correct the contact (only letters of ASCII, one @, no name beside it).");
        }
    }

    private static ArrayBufferWriter<byte> Buffer(DeliveryRow delivery) => new(((delivery.Text.Length + delivery.Html.Length + (delivery.Calendar?.Length ?? 0)) * 4) + 4096);

    /// <summary>Neither encoded part can hold "=_": an equals sign is always followed by two digits or a line break.</summary>
    private static string BoundaryOf(DeliveryRow delivery) => $"=_{delivery.Id}";

    /// <summary>Neither boundary begins with the other: some readers compare no more than that.</summary>
    private static string OuterBoundaryOf(DeliveryRow delivery) => $"=_all_{delivery.Id}";

    private static string Alternative(string boundary) => $"multipart/alternative; boundary=\"{boundary}\"";

    private static void AddBody(ArrayBufferWriter<byte> mail, DeliveryRow delivery)
    {
        if (delivery.Calendar is not { } calendar)
        {
            AddTexts(mail, delivery);
            return;
        }

        var boundary = OuterBoundaryOf(delivery);
        Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: {Alternative(BoundaryOf(delivery))}\r\n\r\n", mail);
        AddTexts(mail, delivery);
        AddPart(mail, boundary, "text/calendar; method=PUBLISH; name=\"dates.ics\"", calendar, "attachment; filename=\"dates.ics\"");
        Encoding.ASCII.GetBytes($"--{boundary}--\r\n", mail);
    }

    private static void AddTexts(ArrayBufferWriter<byte> mail, DeliveryRow delivery)
    {
        var boundary = BoundaryOf(delivery);
        AddPart(mail, boundary, "text/plain", delivery.Text);
        AddPart(mail, boundary, "text/html", delivery.Html);
        Encoding.ASCII.GetBytes($"--{boundary}--\r\n", mail);
    }

    private static void AddPart(ArrayBufferWriter<byte> mail, string boundary, string type, string text, string? disposition = null)
    {
        Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n", mail);
        Encoding.ASCII.GetBytes(disposition is null ? "\r\n" : $"Content-Disposition: {disposition}\r\n\r\n", mail);
        QuotedPrintable.Append(mail, text);
        Encoding.ASCII.GetBytes("\r\n", mail);
    }
}
